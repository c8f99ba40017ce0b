package keys

// The commands of the positions.
const (
	TopicLeft     ID = "topic-left"
	TopicRight    ID = "topic-right"
	TopicsLeft    ID = "topics-left"
	TopicsRight   ID = "topics-right"
	Unfold        ID = "unfold"
	OrderActors   ID = "order-actors"
	ChooseActor   ID = "choose-actor"
	ChooseNone    ID = "deselect-actors"
	GoToName      ID = "go-to-name"
	StayHere      ID = "stay-here"
	CompareActors ID = "compare-actors"
	ShowShifts    ID = "shifts"
	ShowTopic     ID = "topic-page"
	ShowRule      ID = "position-rule"
	AskFor        ID = "ask-for-this"
	LeaveOut      ID = "leave-this-out"

	SaveTable    ID = "save-matrix-table"
	SaveHTML     ID = "save-matrix-html"
	SaveCSV      ID = "save-matrix-csv"
	SaveJSON     ID = "save-matrix-json"
	SaveMarkdown ID = "save-matrix-markdown"
)

// standing is what one does with the positions.
func standing() []Command {
	const views = Matrix | Compare | Shifts | TopicPage
	return []Command{
		{ID: ChooseActor, Title: "Choose the actor for comparing", Help: "Selects the actor of the row, or deselects it; two to four can be compared.",
			Keys: []string{"space"}, Scope: Matrix, Footer: "choose"},
		{ID: CompareActors, Title: "Compare the chosen actors", Help: "Shows where the actors differ and where they agree.",
			Keys: []string{"C"}, Scope: Matrix, Footer: "compare"},
		{ID: GoToName, Title: "Go to an actor or topic by name", Help: "Goes to the row or the column whose name is typed.",
			Keys: []string{"a"}, Scope: Matrix, Footer: "go to name"},
		{ID: StayHere, Title: "Stay at this name", Help: "Ends the typing of a name; the cursor stays where that led.",
			Keys: []string{"enter"}, Scope: Jump, Footer: "stay", Hidden: true},
		{ID: ChooseNone, Title: "Deselect all actors", Help: "No actor is chosen for comparing any more.",
			Keys: []string{"d"}, Scope: Matrix, Footer: "deselect"},
		{ID: ShowShifts, Title: "Show what moved", Help: "Lists the positions that shifted, the newest first.",
			Keys: []string{"S"}, Scope: views &^ Shifts, Footer: "shifts"},
		{ID: ShowTopic, Title: "Show the topic", Help: "Shows who stands where on the topic under the cursor.",
			Keys: []string{"T"}, Scope: Matrix | Compare | Shifts, Footer: "topic"},
		{ID: OrderActors, Title: "Order the actors", Help: "By number of statements, by name, or by likeness.",
			Keys: []string{"s"}, Scope: Matrix, Footer: "order"},
		{ID: Unfold, Title: "Unfold the actor's speakers", Help: "Shows a row for each who spoke for the actor, or hides them again; of what moved, also the speakers.",
			Keys: []string{"e"}, Scope: Matrix | Shifts, Footer: "unfold"},
		{ID: AskFor, Title: "Filter by this", Help: "Puts the actor and the topic under the cursor into the filter, or takes them out again.",
			Keys: []string{"f"}, Scope: views, Footer: "filter"},
		{ID: LeaveOut, Title: "Leave this out", Help: "Leaves the actor or the topic under the cursor out, or no longer.",
			Keys: []string{"x"}, Scope: views},
		{ID: ShowRule, Title: "Show how positions come about", Help: "Tells the rule by which a position is read from statements.",
			Keys: []string{"R"}, Scope: views, Footer: "rule"},
		{ID: TopicLeft, Title: "Move to the column on the left", Help: "Moves the cursor by a column; left of all topics stands the actor itself.",
			Keys: []string{"left", "h"}, Scope: Matrix | Compare | Shifts, Hidden: true},
		{ID: TopicRight, Title: "Move to the column on the right", Help: "Moves the cursor by a column.",
			Keys: []string{"right", "l"}, Scope: Matrix | Compare | Shifts, Hidden: true},
		{ID: TopicsLeft, Title: "Move left by a page of topics", Help: "Moves the cursor by as many columns as are seen.",
			Keys: []string{"H", "shift+left", "ctrl+left"}, Scope: Matrix, Hidden: true},
		{ID: TopicsRight, Title: "Move right by a page of topics", Help: "Moves the cursor by as many columns as are seen.",
			Keys: []string{"L", "shift+right", "ctrl+right"}, Scope: Matrix, Hidden: true},
		{ID: SaveHTML, Title: "Save as HTML", Help: "Writes what is shown, with its evidence, as a page.", Scope: views},
		{ID: SaveCSV, Title: "Save as CSV", Help: "Writes what is shown for a spreadsheet.", Scope: views},
		{ID: SaveMarkdown, Title: "Save as Markdown", Help: "Writes what is shown, with its evidence, as Markdown.", Scope: views},
		{ID: SaveJSON, Title: "Save as JSON", Help: "Writes what is shown for programs.", Scope: views},
		{ID: SaveTable, Title: "Save as text", Help: "Writes what is shown as plain text.", Scope: views},
	}
}
