package fold_test

import (
	"strings"
	"testing"

	"onrecord/model/fold"
)

// Texts of about 125 bytes, as statements have them.
var texts = map[string]string{
	"ASCII":    "The Minsk agreements are the only path on which to build peace, and both sides have committed to them since 2015, he said today.",
	"English":  "NATO’s “open door” stays open: 100,000 troops can’t change that, Niinistö said – the U.S. and self-defence come first, 26 January.",
	"Cyrillic": "Минские соглашения — единственный путь, на котором можно построить мир, и обе стороны взяли на себя обязательства.",
	"Chinese":  "一国安全不能以损害他国安全为代价，地区安全更不能以强化甚至扩张军事集团来保障。",
	"Hindi":    "भारत का हित ऐसा समाधान खोजने में है जो तनाव को तुरंत कम कर सके",
}

var scripts = []string{"ASCII", "English", "Cyrillic", "Chinese", "Hindi"}

func BenchmarkAppendFold(b *testing.B) {
	for _, script := range scripts {
		b.Run(script, func(b *testing.B) {
			text := strings.Repeat(texts[script]+" ", 100)
			dst := fold.AppendFold(nil, text)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				dst = fold.AppendFold(dst[:0], text)
			}
		})
	}
}

func BenchmarkScanner(b *testing.B) {
	for _, script := range scripts {
		b.Run(script, func(b *testing.B) {
			text := texts[script]
			var s fold.Scanner
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				for s.Reset(text); s.Next(); {
				}
			}
		})
	}
}
