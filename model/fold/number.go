package fold

import "unicode/utf8"

// number reads on a number whose first digits, which are the word so far, end at text[i], where a sign follows. It
// keeps the digits, and a point before decimals, in the word, and returns where the number ends: i if the sign does not
// belong to it.
func (s *Scanner) number(i int) int {
	if !isDigits(s.word) {
		return i
	}
	sep := separator(s.text[i:])
	switch sep {
	case "":
		return i
	case ",", ".":
		return s.pointed(i, sep[0])
	}
	return s.spaced(i, sep)
}

// pointed reads a number with points or commas: thousands, decimals, or both. If it is neither (a date, a list), the
// scanner remembers how far that goes, so as not to look at the same signs again.
func (s *Scanner) pointed(i int, sep byte) int {
	head := i - s.start
	groups := 0
	last := 0
	threes, twos := true, true // all groups have three digits; all but the last have two
	whole := i
	for digitsAfter(s.text, whole, sep) > 0 {
		twos = twos && (groups == 0 || last == 2)
		last = digitsAfter(s.text, whole, sep)
		threes = threes && last == 3
		groups++
		whole += 1 + last
	}
	end := whole
	if n := digitsAfter(s.text, whole, ','+'.'-sep); n > 0 {
		end += 1 + n
	}
	grouped := head <= 3 && s.text[s.start] != '0' && (threes || sep == ',' && head < 3 && groups > 1 && twos && last == 3)
	small := s.text[s.start:i] == "0" || last < 3
	switch rest := moreDigits(s.text, end); {
	case rest > end:
		end = rest
	case grouped:
		s.keepDigits(i, whole)
		s.keepDecimals(whole, end)
		return end
	case groups == 1 && end == whole && (sep == '.' || small):
		s.keepDecimals(i, end)
		return end
	}
	s.plain = end
	return i
}

// spaced reads a number whose thousands are parted by blanks or apostrophes, and its decimals.
func (s *Scanner) spaced(i int, sep string) int {
	whole := i
	for len(s.text) > whole+len(sep) && s.text[whole:whole+len(sep)] == sep && digits(s.text[whole+len(sep):]) == 3 {
		whole += len(sep) + 3
	}
	if whole == i || i-s.start > 3 || s.text[s.start] == '0' || sep == " " && s.text[whole-2:whole] != "00" {
		s.plain = whole
		return i
	}
	s.keepDigits(i, whole)
	end := whole
	if n := max(digitsAfter(s.text, whole, '.'), digitsAfter(s.text, whole, ',')); n > 0 {
		end += 1 + n
	}
	if moreDigits(s.text, end) > end {
		return whole
	}
	s.keepDecimals(whole, end)
	return end
}

// keepDigits adds the digits of text[from:to] to the word.
func (s *Scanner) keepDigits(from, to int) {
	for ; from < to; from++ {
		if c := s.text[from]; '0' <= c && c <= '9' {
			s.word = append(s.word, c)
		}
	}
}

// keepDecimals adds a point and the digits behind the sign at text[from] to the word.
func (s *Scanner) keepDecimals(from, to int) {
	if from < to {
		s.word = append(s.word, '.')
		s.keepDigits(from, to)
	}
}

// separator returns the sign at the beginning of text if it can stand inside a number and a digit follows it.
func separator(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	switch r {
	case ',', '.', '\'', '’', ' ', '\u00A0', '\u2009', '\u202F':
		if digits(text[size:]) > 0 {
			return text[:size]
		}
	}
	return ""
}

// digitsAfter returns how many digits follow the sign sep at text[i], 0 if another sign or nothing stands there.
func digitsAfter(text string, i int, sep byte) int {
	if i >= len(text) || text[i] != sep {
		return 0
	}
	return digits(text[i+1:])
}

// moreDigits returns where the points and commas with digits behind them end that begin at text[i]; i if there are none.
func moreDigits(text string, i int) int {
	for {
		n := max(digitsAfter(text, i, '.'), digitsAfter(text, i, ','))
		if n == 0 {
			return i
		}
		i += 1 + n
	}
}

// digits returns how many ASCII digits text begins with.
func digits(text string) int {
	n := 0
	for n < len(text) && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	return n
}

func isDigits(word []byte) bool {
	for _, c := range word {
		if c > '9' {
			return false
		}
	}
	return true
}
