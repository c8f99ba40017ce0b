//go:build race

package cli

// raceDetector tells that the tests run with the race detector.
const raceDetector = true
