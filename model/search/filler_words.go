package search

import (
	"strings"
	"sync"
)

// fillerWords are words that people type when they ask in a sentence (what did she say about the pipeline; that thing
// about Munich), and that tell nothing of what they look for. They need not match as long as another word does.
const fillerWords = `
a an the this one ones somebody someone anybody anyone everybody everyone nobody that these those some any
what when where which who whom whose why how
is are was were be been being am do does did doing done has have had having
will would shall should can could might must
i you he she it we they me him them my your his her its our their
of in on at by to from for with about into over between among against towards regarding concerning according
and or but than as if so
say says said saying tell tells told talk talks talked speak spoke mention mentioned comment commented
thing things stuff something quote quotes quoted quotation statement statements remark remarks words
there here also just ever exactly again all please
whats whos whens wheres hows thats theres heres its dont doesnt didnt isnt arent wasnt werent hasnt havent wont wouldnt
`

var fillers = sync.OnceValue(fillerTable)

func fillerTable() map[string]bool {
	table := map[string]bool{}
	for w := range strings.FieldsSeq(fillerWords) {
		table[w] = true
	}
	return table
}

func isFiller(word string) bool { return fillers()[word] }
