package search

import (
	"strings"
	"sync"
)

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
child children
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
foretell foretold
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
mislead misled
mistake mistook mistaken
misunderstand misunderstood
overcome overcame
override overrode overridden
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
panic panicked panicking
pay paid
person people
rebuild rebuilt
redraw redrew redrawn
retake retook retaken
rethink rethought
rewrite rewrote rewritten
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
undergo underwent undergone
understand understood
undertake undertook undertaken
undo undid undone
uphold upheld
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
manoeuvre maneuver manoeuvres maneuvers manoeuvred maneuvered manoeuvring maneuvering
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
belarus belarusian belarusians belarussian belorussia byelorussia
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
moldova moldovan moldovans moldavia moldavian
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

// placeNames lists places with the other names and spellings under which they are known in English, mostly the Russian
// ones beside the country's own.
const placeNames = `
kyiv kiev kyjiv
kharkiv kharkov
odesa odessa
lviv lvov
luhansk lugansk
dnipro dnepr dnieper dnepropetrovsk
donbas donbass
chernihiv chernigov
chornobyl chernobyl
mykolaiv nikolaev nikolayev
zaporizhzhia zaporizhia zaporozhye zaporozhe
mariupol mariupil
avdiivka avdeevka avdeyevka
kherson cherson
crimea crimean krym
transnistria transdniestria transdnistria pridnestrovie
chisinau kishinev
beijing peking
myanmar burma
astana nursultan
tbilisi tiflis
tskhinvali tskhinval
mumbai bombay
kolkata calcutta
yangon rangoon
america american americans
africa african africans
asia asian asians
`

// givenNames lists given names as they are written for the same person in Ukrainian, Belarusian and Russian, and in
// different transliterations.
const givenNames = `
volodymyr vladimir uladzimir wladimir
oleksandr aleksandr alexander aliaksandr alexandr olexandr
oleksiy oleksii aleksei aleksey alexei alexey
dmytro dmitry dmitri dmitriy dmitrii
serhiy serhii sergiy sergii sergei sergey
andriy andrii andrei andrey andrej
mykola nikolai nikolay
mykhailo mikhail mikhailo mihail
yevhen yevgeny evgeny yevgeniy evgeni yevheniy
viktor victor
yuriy yurii yuri yury iuri
denys denis
olha olga
iryna irina
kateryna ekaterina yekaterina
vasyl vasily vasiliy vassily
pavlo pavel
petro pyotr petr
anatoliy anatoly anatolii
valeriy valery valerii
vyacheslav viacheslav vjaceslav
`

// formTables are all tables of words whose forms no rule finds.
const formTables = irregularForms + peoples + placeNames + givenNames + numberForms

// irregular leads from a form to its base, and from a base to itself. It is made when the first word is looked up, as all
// tables of this kind, so that the first screen does not wait for them.
var irregular = sync.OnceValue(irregularTable)

func irregularTable() map[string]string {
	table := map[string]string{}
	for line := range strings.Lines(formTables) {
		words := strings.Fields(line)
		for _, w := range words {
			table[w] = words[0]
		}
	}
	return table
}

// irregularOf lists the irregular forms that have a root.
var irregularOf = sync.OnceValue(irregularByRoot)

func irregularByRoot() map[string][]string {
	table := map[string][]string{}
	for line := range strings.Lines(formTables) {
		for _, w := range strings.Fields(line) {
			r := root(w)
			table[r] = append(table[r], w)
		}
	}
	return table
}
