package search

import "strings"

// irregularForms lists English words whose forms no rule finds, one to a line, the base first. Forms that also are
// another common word (saw, found, left as in the direction) stay, because forms rank behind the words themselves.
const irregularForms = `
arise arose arisen
awake awoke awoken
bear bore borne
beat beaten
become became
begin began begun
bend bent
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen choice
come came
creep crept
crisis crises
deal dealt
die dying
dig dug
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fly flew flown
forbid forbade forbidden
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
give gave given
go went gone
grow grew grown growth
hang hung
hear heard
hide hid hidden
hold held
keep kept
kneel knelt
know knew known
lay laid
lead led
learn learnt
leave left
lend lent
lie lying
life lives
light lit
lose lost loss
make made
man men
mean meant
meet met
overcome overcame
pay paid
person people
ride rode ridden
ring rang rung
rise rose risen
run ran
say said says
see saw seen
seek sought
sell sold sale
send sent
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
speak spoke spoken speech
spell spelt
spend spent
spin spun
stand stood
steal stole stolen
stick stuck
strike struck stricken
strive strove striven
swear swore sworn
sweep swept
swim swam swum
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
tie tying
understand understood
undertake undertook undertaken
wake woke woken
wear wore worn
weave wove woven
win won
withdraw withdrew withdrawn
withhold withheld
withstand withstood
woman women
write wrote written
grey gray
sceptic skeptic
sceptical skeptical
plough plow
cheque check
aluminium aluminum
`

// peoples lists states with what their people and things are called, where that is no regular ending of the name.
const peoples = `
afghanistan afghan afghans
albania albanian albanians
argentina argentine argentinian
armenia armenian armenians
australia australian australians
austria austrian austrians
azerbaijan azerbaijani azeri
belarus belarusian belarusians belarussian
belgium belgian belgians
brazil brazilian brazilians
britain british briton britons
bulgaria bulgarian bulgarians
canada canadian canadians
china chinese
croatia croatian croats
cyprus cypriot cypriots
czechia czech czechs
denmark danish danes dane
egypt egyptian egyptians
estonia estonian estonians
europe european europeans
finland finnish finns
france french
georgia georgian georgians
germany german germans
greece greek greeks
hungary hungarian hungarians
iceland icelandic
india indian indians
iran iranian iranians
iraq iraqi iraqis
ireland irish
israel israeli israelis
italy italian italians
japan japanese
kazakhstan kazakh kazakhs
kenya kenyan kenyans
korea korean koreans
latvia latvian latvians
lithuania lithuanian lithuanians
mexico mexican mexicans
moldova moldovan moldovans
netherlands dutch
norway norwegian norwegians
pakistan pakistani pakistanis
palestine palestinian palestinians
poland polish poles
portugal portuguese
romania romanian romanians
russia russian russians
serbia serbian serbs
slovakia slovak slovaks
slovenia slovenian slovene slovenes
spain spanish spaniards
sweden swedish swedes
switzerland swiss
syria syrian syrians
taiwan taiwanese
turkey turkish turks turkiye
ukraine ukrainian ukrainians
wales welsh
`

// irregular leads from a form to its base, and from a base to itself.
var irregular = irregularTable()

func irregularTable() map[string]string {
	table := map[string]string{}
	for line := range strings.Lines(irregularForms + peoples) {
		words := strings.Fields(line)
		for _, w := range words {
			table[w] = words[0]
		}
	}
	return table
}

// irregularOf lists the irregular forms that have a root.
var irregularOf = irregularByRoot()

func irregularByRoot() map[string][]string {
	table := map[string][]string{}
	for line := range strings.Lines(irregularForms + peoples) {
		for _, w := range strings.Fields(line) {
			r := root(w)
			table[r] = append(table[r], w)
		}
	}
	return table
}
