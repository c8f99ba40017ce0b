package search

import (
	"strings"
	"sync"

	"github.com/kljensen/snowball/english"
)

// wordFamilies lists words that are made from each other in ways that the stemmer does not see through, one family to a
// line: a noun and its verb or adjective, mostly. One word stands for all with its stem (occupy for occupies, occupied).
// A family is left out where it would join words that people tell apart: state and statement, unite and unity, ally and
// Alliance.
const wordFamilies = `
accurate accuracy
act action
advise advice advisor
agree agreement
analyse analysis analyst
argue argument
autocrat autocracy
believe belief
bribe bribery
broad broaden
bureaucrat bureaucracy
buy buyer
certain certainty
close closure
coerce coercion coercive
collide collision
commerce commercial
communist communism
complain complaint
comply compliance
conquer conquest
conspire conspiracy
constrain constraint
contradict contradictory
create creation creator
crime criminal
critic criticism criticise
cruel cruelty
deep deepen
democrat democracy
detain detention
deter deterrence deterrent
dictator dictatorship
die death dead
difficult difficulty
diplomat diplomacy
distant distance
divide division divisive
economy economic economist
elect election electoral
emphasise emphasis
enter entry
erode erosion
escalate escalatory
essence essential
evacuate evacuee
explain explanation
extreme extremist
farm farmer
fascist fascism
finance financial
free freedom
friend friendship
guide guidance
hard harden
heal health
hero heroic heroism
hinder hindrance
history historic
honest honesty
hope hopeless
hypocrite hypocrisy hypocritical
identify identity
influence influential
injure injury
instruct instruction instructor
intend intention intent
intense intensity intensify
intervene intervention
invest investor
isolate isolationism
judge judgment
kill killer
know knowledge
leader leadership
leak leakage
legitimate legitimacy legitimise
lose loser
loyal loyalty
maintain maintenance
marry marriage
migrate migrant migration
monarch monarchy
move movement
nation nationalist
navy naval
nazi nazism
nuclear nuke
occupy occupation
oligarch oligarchy
oppose opponent opposition
own owner
parliament parliamentary
partner partnership
patient patience
pay payment
poor poverty
practise practice
prepare preparedness
president presidential
prison imprison prisoner
private privacy
profession professional
propaganda propagandist
prove proof
province provincial
provoke provocation provocative
publish publication publisher
pursue pursuit
react reaction reactive
refuge refugee
relation relationship
rely reliable reliance reliant
restrain restraint
retain retention
retaliate retaliatory
rule ruler
safe safety
scholar scholarship
secret secrecy
seize seizure
settle settlement settler
sharp sharpen
sign signature signatory
silent silence
simple simplify
smuggle smuggler
soft soften
sovereign sovereignty
space spatial
speak speaker
stable stability stabilise
strategy strategic
strong strength strengthen
substance substantial
supply supplier
survive survivor
suspect suspicion suspicious
sympathise sympathy sympathetic
tax taxation
teach teacher
tense tension
tough toughen
trade trader
train trainer
treat treatment
true truth
tyrant tyranny
urgent urgency
violent violence
vote voter
war warfare
warm warmth
weak weaken
weapon weaponry
wide widen
willing willingness
win winner
wise wisdom
work worker
write writer
`

// families returns a table that leads from a stem to that of the first word of its family, and one that leads from that to
// the stems of the family.
var families = sync.OnceValues(familyTables)

func familyTables() (kin map[string]string, kinOf map[string][]string) {
	kin, kinOf = map[string]string{}, map[string][]string{}
	for line := range strings.Lines(wordFamilies) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		first := familyByEnding(stemOf(words[0]))
		for _, w := range words {
			stem := stemOf(w)
			kin[stem] = first
			kinOf[first] = append(kinOf[first], stem)
		}
	}
	return kin, kinOf
}

// stemOf returns the stem of a word, whichever way it is spelt.
func stemOf(word string) string { return english.Stem(british(word), true) }

// family returns the stem that stands for all words of a family.
func family(stem string) string {
	kin, _ := families()
	if first, ok := kin[stem]; ok {
		return first
	}
	return familyByEnding(stem)
}
