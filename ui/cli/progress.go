package cli

import (
	"fmt"
	"io"
	"time"

	"onrecord/data"
	"onrecord/ui/widget"
)

// progress shows on a terminal how far a reading is, once it has taken long enough for somebody to wonder.
type progress struct {
	terminal io.Writer // nil if nobody watches
	begun    time.Time
	shown    bool
}

// wonder is how long somebody waits before they wonder.
const wonder = 700 * time.Millisecond

func (a *app) progress() *progress {
	p := &progress{begun: time.Now()}
	if onTerminal(a.process.Stderr) && a.environ("TERM") != "dumb" {
		p.terminal = a.process.Stderr
	}
	return p
}

// show writes how much has been read over what it wrote before.
func (p *progress) show(u data.Update) {
	if p.terminal == nil || u.Done || time.Since(p.begun) < wonder {
		return
	}
	p.shown = true
	line := "reading: " + counted(u.Collection.Len(), "statement", "statements")
	if u.BytesTotal > 0 {
		line += fmt.Sprintf(", %d %%", min(100, u.BytesRead*100/u.BytesTotal))
	}
	fmt.Fprint(p.terminal, "\r"+widget.Safe(line)+"\x1b[K")
}

// clear takes it away.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.terminal, "\r\x1b[K")
	}
}
