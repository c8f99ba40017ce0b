package generate

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

// common are the words that come first in the vocabulary: those of English that are everywhere, and of politics.
const common = `
the of to and in a is that for on it with as be by are not will this its from have at an has or was we but which they
would no all their there must should been more any one who other than also can what if only russia ukraine our were
security had about when he so may after you into up new out europe war against nato time his first two states country
countries government military people now some between could over forces before them do how support international these
such even president sanctions because where under own being those last many year years minister peace without talks
agreement most every very parties world nothing made part troops both foreign right political european make take united
law within same still then through us way state need does border cannot good long united parliament members economic
defence energy gas back weapons crisis aggression response situation conflict policy measures next further question
decision threat democracy freedom strong clear ready together position common day work action future against deal trade
public order system help use attack force economy market price oil nuclear treaty alliance partners allies leaders
leader meeting summit dialogue diplomacy solution sovereignty territory integrity independence region regions council
union commission ministers ambassador general secretary spokesman statement report reports press conference interview
answer letter letters demands demand guarantees risk invasion withdrawal exercise exercises missile missiles tank tanks
soldiers army navy air land sea sky water food health climate migration refugees border borders human rights court
justice police election elections vote votes voters party campaign opposition coalition majority minority reform
reforms budget tax taxes debt inflation growth jobs workers union unions school schools university students research
technology data internet media news truth lies propaganda freedom speech religion church history culture language
minority women children families young old rich poor city cities village road rail port ports ship ships plane planes
bank banks currency euro dollar money investment companies company industry farm farmers grain wheat steel coal wind
solar power pipeline pipelines recognise recognition recognised expand expansion invade invaded destroy destruction
negotiate negotiations negotiated withdraw withdrew sanction sanctioned defend defended defending defense tear tore
`

// How the vocabulary is made up.
const (
	coinedWords = 220000 // besides the common ones
	steepness   = 1.15   // of Zipf's law
	slipEvery   = 200    // how many words to a slip
	numberEvery = 90     // how many words to a number
	nameEvery   = 300    // how many words to a name that occurs nowhere else, or nearly so
)

// vocabulary draws words, the first ones most often.
type vocabulary struct {
	words []string
	lottery
}

func newVocabulary(random *rand.Rand) vocabulary {
	v := vocabulary{}
	seen := map[string]bool{}
	for word := range strings.FieldsSeq(common) {
		if !seen[word] {
			seen[word] = true
			v.words = append(v.words, word)
		}
	}
	for n := len(v.words) + coinedWords; len(v.words) < n; {
		if word := v.coin(random); !seen[word] {
			seen[word] = true
			v.words = append(v.words, word)
		}
	}
	v.lottery = newLottery(len(v.words), steepness)
	return v
}

// draw draws a word, now and then with a slip, or a number or a name instead.
func (v *vocabulary) draw(random *rand.Rand) string {
	switch {
	case random.IntN(numberEvery) == 0:
		return strconv.Itoa(1 + int(math.Exp(14*random.Float64())))
	case random.IntN(nameEvery) == 0:
		return title(v.coin(random))
	}
	word := v.words[v.lottery.draw(random)]
	if random.IntN(slipEvery) == 0 && len(word) > 3 {
		return slip(word, random)
	}
	return word
}

// The parts of coined words.
var (
	starts = strings.Fields("b bl br c ch cl cr d dr f fl fr g gl gr h j k kl kr l m n p pl pr qu r s sch sh sk sl sn sp st str t th tr v w y z")
	cores  = strings.Fields("a e i o u a e i o u ai au ea ee ei ia ie io oa oi oo ou")
	ends   = strings.Fields("b ck d f g k l ll m n nd ng nk nt p r rd rk rn rt s sk ss st t th v x z")
	tails  = strings.Fields("s ed ing er ion ions al ly ment ness able ism ist ity ov ev sky ski enko vili ici sen son stein berg mann")
)

// coin makes a word of one to four syllables.
func (v *vocabulary) coin(random *rand.Rand) string {
	var b strings.Builder
	for range 1 + random.IntN(3) {
		b.WriteString(starts[random.IntN(len(starts))])
		b.WriteString(cores[random.IntN(len(cores))])
		if random.IntN(2) == 0 {
			b.WriteString(ends[random.IntN(len(ends))])
		}
	}
	if random.IntN(3) == 0 {
		b.WriteString(tails[random.IntN(len(tails))])
	}
	return b.String()
}

// slip mistypes a word.
func slip(word string, random *rand.Rand) string {
	letters := []byte(word)
	at := 1 + random.IntN(len(letters)-1)
	switch random.IntN(4) {
	case 0:
		letters[at-1], letters[at] = letters[at], letters[at-1]
	case 1:
		letters = slices.Delete(letters, at, at+1)
	case 2:
		letters = slices.Insert(letters, at, letters[at-1])
	default:
		letters[at] = byte('a' + random.IntN(26))
	}
	return string(letters)
}

// lottery draws numbers from 0 to n-1, of which the first come up most often: number i in proportion to 1/(i+1)^s.
// Drawing takes the same time for any n (Walker's alias method, 1977, in the form of Vose, 1991).
type lottery struct {
	keep  []float64
	other []uint32
}

func newLottery(n int, s float64) lottery {
	l := lottery{make([]float64, n), make([]uint32, n)}
	sum := 0.0
	for i := range l.keep {
		l.keep[i] = math.Pow(float64(i+1), -s)
		sum += l.keep[i]
	}
	var small, large []uint32
	for i := range l.keep {
		l.keep[i] *= float64(n) / sum
		if l.keep[i] < 1 {
			small = append(small, uint32(i))
		} else {
			large = append(large, uint32(i))
		}
	}
	for len(small) > 0 && len(large) > 0 {
		low, high := small[len(small)-1], large[len(large)-1]
		small = small[:len(small)-1]
		l.other[low] = high
		l.keep[high] -= 1 - l.keep[low]
		if l.keep[high] < 1 {
			large = large[:len(large)-1]
			small = append(small, high)
		}
	}
	for _, i := range append(small, large...) {
		l.keep[i] = 1
	}
	return l
}

func (l *lottery) draw(random *rand.Rand) int {
	i := random.IntN(len(l.keep))
	if random.Float64() < l.keep[i] {
		return i
	}
	return int(l.other[i])
}
