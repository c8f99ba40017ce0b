package keys

// The commands of the timeline.
const (
	Earlier      ID = "earlier"
	Later        ID = "later"
	FarEarlier   ID = "far-earlier"
	FarLater     ID = "far-later"
	NextBusy     ID = "next-busy"
	PreviousBusy ID = "previous-busy"
	ChooseDays   ID = "choose-days"
	KeepDays     ID = "keep-days"
	AddLane      ID = "add-lane"
	LeaveLane    ID = "leave-lane"
	SwitchLanes  ID = "switch-lanes"
	ZoomIn       ID = "zoom-in"
	ZoomOut      ID = "zoom-out"
)

// dating is what one does on the timeline.
func dating() []Command {
	return []Command{
		{ID: ChooseDays, Title: "Choose days", Help: "Begins a choice of days, which moving extends, or lets it go.",
			Keys: []string{"space"}, Scope: Timeline, Footer: "choose days"},
		{ID: KeepDays, Title: "Keep only these days", Help: "Narrows the timeline to the days that are chosen, or to those of the bar.",
			Keys: []string{"z"}, Scope: Timeline, Footer: "only these"},
		{ID: SwitchLanes, Title: "Switch the lanes", Help: "Shows a lane for each topic, actor or speaker.",
			Keys: []string{"v"}, Scope: Timeline, Footer: "lanes"},
		{ID: NextBusy, Title: "Go to the next busy day",
			Help: "Goes to the next bar that is above the average of the lane's bars.",
			Keys: []string{"n"}, Scope: Timeline, Footer: "next busy"},
		{ID: PreviousBusy, Title: "Go to the busy day before",
			Help: "Goes to the last bar before this one that is above the average of the lane's bars.",
			Keys: []string{"N"}, Scope: Timeline},
		{ID: AddLane, Title: "Ask for this lane", Help: "Adds the lane's topic, actor or speaker to the filter, or takes it out again.",
			Keys: []string{"f"}, Scope: Timeline},
		{ID: LeaveLane, Title: "Leave this lane out", Help: "Shows only what does not belong to the lane.",
			Keys: []string{"x"}, Scope: Timeline},
		{ID: ZoomIn, Title: "Zoom in", Help: "Makes a bar stand for less time: a year, a quarter, a month, a week, a day.",
			Keys: []string{"+", "="}, Scope: Timeline},
		{ID: ZoomOut, Title: "Zoom out", Help: "Makes a bar stand for more time: a day, a week, a month, a quarter, a year.",
			Keys: []string{"-"}, Scope: Timeline},
		{ID: Earlier, Title: "Move to an earlier day", Help: "Moves the cursor back by one bar.",
			Keys: []string{"left", "h"}, Scope: Timeline, Hidden: true},
		{ID: Later, Title: "Move to a later day", Help: "Moves the cursor on by one bar.",
			Keys: []string{"right", "l"}, Scope: Timeline, Hidden: true},
		{ID: FarEarlier, Title: "Move back by a longer step", Help: "Moves the cursor back by a week of days, a year of months.",
			Keys: []string{"H", "shift+left", "ctrl+left"}, Scope: Timeline, Hidden: true},
		{ID: FarLater, Title: "Move on by a longer step", Help: "Moves the cursor on by a week of days, a year of months.",
			Keys: []string{"L", "shift+right", "ctrl+right"}, Scope: Timeline, Hidden: true},
	}
}
