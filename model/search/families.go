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
absent absence
accurate accuracy
act action
advise advice advisor
agree agreement
ambition ambitious
analyse analysis analyst
anxious anxiety
argue argument
assume assumption
autocrat autocracy
believe belief
bomb bombard bombardment
bribe bribery
broad broaden
bureaucrat bureaucracy
buy buyer
caution cautious
certain certainty
clear clarity
close closure
coerce coercion coercive
collide collision
commerce commercial
communist communism
compel compulsion
compete competition competitor
complain complaint
comply compliance
conquer conquest
consider consideration
conspire conspiracy
constrain constraint
contradict contradictory
create creation creator
crime criminal
critic criticism criticise
cruel cruelty
deep deepen depth
defy defiance defiant
democrat democracy
desperate despair desperation
detain detention
deter deterrence deterrent
dictator dictatorship
die death dead
difficult difficulty
diplomat diplomacy
disagree disagreement
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
evade evasion
expel expulsion
explain explanation
extreme extremist
false falsehood
farm farmer
fascist fascism
finance financial
free freedom
friend friendship
grave gravity
guide guidance
hard harden
hate hatred
heal health
hero heroic heroism
hinder hindrance
history historic
honest honesty
hope hopeless
hypocrite hypocrisy hypocritical
identify identity
immediate immediacy
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
naive naivety
nation nationalist
navy naval
nazi nazism
necessary necessity
nuclear nuke
occupy occupation
oligarch oligarchy
oppose opponent opposition
optimist optimism optimistic
own owner
parliament parliamentary
partner partnership
patient patience
pay payment
pessimist pessimism pessimistic
poor poverty
practise practice
prepare preparedness
president presidential
prison imprison prisoner
private privacy
profession professional
propaganda propagandist
proud pride
prove proof
province provincial
provoke provocation provocative
publish publication publisher
pursue pursuit
react reaction reactive
reconcile reconciliation
refuge refugee
regret regrettable
relation relationship
rely reliable reliance reliant
repeat repetition
represent representation
restrain restraint
retain retention
retaliate retaliatory
reunite reunification
reveal revelation
revise revision revisionist
revoke revocation
rule ruler
sabotage saboteur
safe safety
satisfy satisfaction satisfactory
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
starve starvation
strategy strategic
strong strength strengthen
substance substantial
subvert subversion subversive
supply supplier
survive survivor
suspect suspicion suspicious
sympathise sympathy sympathetic
tax taxation
teach teacher
tense tension
testify testimony
tough toughen
trade trader
tragic tragedy
train trainer
transmit transmission
treat treatment
true truth
tyrant tyranny
urgent urgency
violent violence
volunteer voluntary
vote voter
war warfare
warm warmth
weak weaken
wealth wealthy
weapon weaponry
wide widen
willing willingness
win winner
wise wisdom
work worker
worry worrisome
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
