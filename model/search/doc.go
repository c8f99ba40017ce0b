// Package search answers queries on a collection: which statements match, exactly how many, the best of them first,
// and how many of them have which speaker, topic or stance.
package search
