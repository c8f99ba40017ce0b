package fold_test

import (
	"strings"
	"testing"

	"onrecord/model/fold"
)

// cut writes the words of a text in one line; + stands before a joined one.
func cut(text string) string {
	var words []string
	for w := range fold.Words(text) {
		if w.Joined {
			w.Text = "+" + w.Text
		}
		words = append(words, w.Text)
	}
	return strings.Join(words, " ")
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{" .,-'", ""},
		{"Minsk", "minsk"},
		{"President Sauli Niinistö, Ålesund", "president sauli niinisto alesund"},
		{"Plenković’s “open door”", "plenkovic open door"},

		{"self-defence", "self +defence"},
		{"Minsk-2", "minsk +2"},
		{"S‑300 and S‐400", "s +300 and s +400"},
		{"Moscow – Kyiv, Moscow—Kyiv", "moscow kyiv moscow kyiv"},
		{"a - b -c d-", "a b c d"},
		{"2022-01-26", "2022 +01 +26"},

		{"NATO's and NATO’S door", "nato and nato door"},
		{"allies' forces", "allies forces"},
		{"don't", "dont"},
		{"they're, we've", "theyre weve"},
		{"O'Brien's", "o +brien"},
		{"a'don", "a +don"},
		{"l’OTAN, d'Ivoire", "l +otan d +ivoire"},
		{"Türkiye'nin", "turkiye +nin"},
		{"Слов'янськ, Слов’янськ, Словʼянськ", "словянськ словянськ словянськ"},
		{"Xi'an Sana'a Qur’an Hawaiʻi", "xian sanaa quran hawaii"},
		{"'quoted' ‘quoted’", "quoted quoted"},
		{"NATO's-led", "nato +led"},
		{"it's 's s'", "it s s"},

		{"U.S. and U.N", "us and un"},
		{"U.S.-led", "us +led"},
		{"U.S.'s", "us"},
		{"В.В. Путин, С.В.Лавров", "вв путин св лавров"},
		{"J.Stoltenberg J. Stoltenberg G.W.Bush", "j stoltenberg j stoltenberg gw bush"},
		{"J.O'Brien", "j o +brien"},
		{"at 9 a.m. on p.5", "at 9 am on p 5"},
		{"kremlin.ru", "kremlin ru"},
		{"٥.b.", "5 b"},

		{"100,000 100.000 100'000 100’000", "100000 100000 100000 100000"},
		{"100 000, 100\u00A0000, 100\u202F000", "100000 100000 100000"},
		{"8 500 troops, 127 450", "8500 troops 127 450"},
		{"127\u00A0450 in 2021 300", "127450 in 2021 300"},
		{"1,00,000 and 12,34,567", "100000 and 1234567"},
		{"8,500-strong", "8500 +strong"},
		{"1,234.5 1.234,5 1\u00A0234,5", "1234.5 1234.5 1234.5"},
		{"2.5 2,5 0.125 0,125 3.14159", "2.5 2.5 0.125 0.125 3.14159"},
		{"2.5m 100,000th 1990s", "2.5m 100000th 1990s"},
		{"26.01.2022 12.30.45 1,2,3", "26 01 2022 12 30 45 1 2 3"},
		{"2021,300 in 2021.", "2021 300 in 2021"},
		{"10,000,00", "10 000 00"},
		{"12:30 2021/22", "12 30 2021 22"},
		{"0,100 v2.5", "0.100 v2 5"},
		{"$100,000.", "100000"},
		{"٢٠٢٢ २०२२ １２", "2022 2022 12"},
		{"m² ½ №5", "m2 5"},

		{"王毅外长", "王 毅 外 长"},
		{"G20峰会", "g20 峰 会"},
		{"ブリンケン氏", "フ\u3099 リ ン ケ ン 氏"},
		{"ｶﾞ", "カ\u3099"},
		{"ประเทศไทย", "ป ร ะ เ ท ศ ไ ท ย"},
		{"ที่", "ที่"},
		{"한국", "\u1112\u1161\u11AB\u1100\u116E\u11A8"},

		{"Рябков, ЛАВРОВ", "рябков лавров"},
		{"Ζελένσκι ΚΥΡΙΑΚΟΣ", "ζελενσκι κυριακοσ"},
		{"საქართველო ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", "საქართველო საქართველო"},
		{"أردوغان إيران", "اردوغان ايران"},
		{"می\u200Cخواهم", "ميخواهم"},
		{"नरेंद्र मोदी", "नरेंद्र मोदी"},
		{"צה״ל", "צהל"},

		{"a\u0301 \u0301b", "a b"},
		{"sec\u00ADretary\u2069", "secretary"},
		{"a\xffb\xc3", "a b"},
		{"one\u200Btwo", "one two"},
		{"AT&T snake_case", "at t snake case"},
	} {
		if got := cut(c.text); got != c.want {
			t.Errorf("words of %q:\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
