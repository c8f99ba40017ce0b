package cli

import (
	"onrecord/data/report"
	"onrecord/model/position"
	"onrecord/ui/widget"
)

// shifts draws what moved, with the two statements between which each position did.
func (p *page) shifts(r *report.Report) {
	for i := range r.Shifts {
		p.shift(r.Matrix, &r.Shifts[i])
	}
	p.legend()
	p.lines(widget.Styled(p.theme.Strong, widget.Thousands(r.Matrix.Statements)+" of "+counted(r.Total, "statement", "statements")).
		Add(p.theme.Quiet, "  "+p.theme.Signs.Dot+"  "+counted(len(r.Shifts), "shift", "shifts")))
	p.inForce(r)
}

func (p *page) shift(m *position.Matrix, s *position.Shift) {
	t := p.theme
	who := s.Row.Speaker.Short()
	if s.Row.Actor != nil {
		who += ", " + s.Row.Actor.Short()
	}
	from, was := t.Stance(s.From.String())
	to, is := t.Stance(s.To.String())
	p.lines(widget.Styled(t.Title, who+" on "+s.Column.Topic.Name).Add(t.Quiet, "  "+s.Day.Long()+"  ").
		Add(from, was+" "+s.From.Words()).Add(t.Quiet, " "+t.Signs.Arrow+" ").Add(to, is+" "+s.To.Words()))
	if proposition := s.Column.Topic.Proposition; proposition != "" {
		p.lines(widget.Styled(t.Faint, proposition))
	}
	for _, mention := range []position.Mention{s.Before, s.After} {
		p.said(m, mention)
	}
	p.print("")
}

// said writes a statement with the sign of its stance, whole, with who said it, when, and its id.
func (p *page) said(m *position.Matrix, mention position.Mention) {
	style, sign := p.theme.Stance(mention.Stance.String())
	margin := style.Render(sign) + " "
	for _, line := range p.whole(m, mention, p.width-len(indent)) {
		p.print(margin + line.Styled)
		margin = indent
	}
}
