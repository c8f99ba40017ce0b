package search

import (
	"strconv"
	"strings"
)

// numberForms lists numbers that are written in words as often as in digits, one to a line, the word first.
const numberForms = `
zero 0
one 1
two 2
three 3
four 4
five 5
six 6
seven 7
eight 8
nine 9
ten 10
eleven 11
twelve 12
thirteen 13
fourteen 14
fifteen 15
sixteen 16
seventeen 17
eighteen 18
nineteen 19
twenty 20
thirty 30
forty 40
fifty 50
sixty 60
seventy 70
eighty 80
ninety 90
hundred 100
first 1st
second 2nd
third 3rd
fourth 4th
fifth 5th
sixth 6th
seventh 7th
eighth 8th
ninth 9th
tenth 10th
twentieth 20th
`

// scale is a power of ten that is written as a word or in short.
type scale struct {
	word   string
	shorts []string
	zeros  int
}

var scales = []scale{
	{"thousand", []string{"k"}, 3},
	{"million", []string{"m", "mn", "mln"}, 6},
	{"billion", []string{"bn", "b", "bln"}, 9},
	{"trillion", []string{"tn", "trn"}, 12},
}

// shortScaled takes a number with a scale in short apart: 100k, 7.8m, 11bn.
func shortScaled(word string) (number string, s *scale) {
	digits := strings.TrimRight(word, "abcdefghijklmnopqrstuvwxyz")
	if !isNumber(digits) {
		return "", nil
	}
	for i := range scales {
		for _, short := range scales[i].shorts {
			if word[len(digits):] == short {
				return digits, &scales[i]
			}
		}
	}
	return "", nil
}

// designations are the ways to write letters and a number with a sign between them, of one or of several: F-16, F-16s for
// f16. Written the other way round, they are words written as one.
func designations(word string) []way {
	letters := strings.TrimRight(strings.TrimSuffix(word, "s"), "0123456789")
	number := strings.TrimSuffix(word[len(letters):], "s")
	if number == "" || letters == "" || len(letters) > designationLetters || !isLatin(letters) {
		return nil
	}
	of := func(number string) way {
		return way{words: []wordMatch{{text: letters, exact: true}, {text: number, exact: true}}, least: Form}
	}
	return []way{of(number), of(number + "s")}
}

// designationLetters is how many letters stand before the number of a type of weapon, a road or a group of states.
const designationLetters = 4

// wordScaled takes two words for a number with its scale: 100 thousand.
func wordScaled(first, second string) (number string, s *scale) {
	for i := range scales {
		if second == scales[i].word && isNumber(first) {
			return first, &scales[i]
		}
	}
	return "", nil
}

// isNumber tells whether a word is digits, with a point among them at most.
func isNumber(word string) bool {
	_, err := strconv.ParseFloat(word, 64)
	return err == nil && word[0] >= '0' && word[0] <= '9' && word[len(word)-1] <= '9' && len(word) <= numberLetters
}

// numberLetters is how long a number is at most, so that a scale can be written out behind it.
const numberLetters = 8

// scaledWays are the ways to write a number with a scale: 100 thousand, 100000, 100k.
func scaledWays(number string, s *scale) []way {
	words := []way{{words: []wordMatch{{text: number, exact: true, forms: formsOf(number)}, {text: s.word, exact: true, forms: formsOf(s.word)}}, least: Form}}
	words = append(words, way{words: []wordMatch{{text: writtenOut(number, s.zeros), exact: true}}, least: Form})
	for _, short := range s.shorts {
		words = append(words, way{words: []wordMatch{{text: number + short, exact: true}}, least: Form})
	}
	return words
}

// writtenOut returns a number times a power of ten in digits.
func writtenOut(number string, zeros int) string {
	whole, decimals, _ := strings.Cut(number, ".")
	if len(decimals) > zeros {
		return number
	}
	return strings.TrimLeft(whole+decimals+strings.Repeat("0", zeros-len(decimals)), "0")
}
