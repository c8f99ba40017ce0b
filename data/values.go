package data

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/model"
)

// oneOf finds the value that a word names, in whatever case it is written; false if it names none.
func oneOf[T fmt.Stringer](text string, values []T) (T, bool) {
	for _, v := range values {
		if strings.EqualFold(strings.TrimSpace(text), v.String()) {
			return v, true
		}
	}
	var none T
	return none, false
}

func namesOf[T fmt.Stringer](values []T) []string {
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = v.String()
	}
	return names
}

// form reads how the words are given. A statement that doesn't say it, or in an unknown way, is taken as reported speech,
// never as a quotation.
func (p *recordParser) form(text string) model.Form {
	form, err := model.ParseForm(text)
	if text == "" || err == nil {
		return form
	}
	form, known := oneOf(text, model.Forms())
	if !known {
		p.warn("form", "%s (taken as %v)", notOneOf(text, "a form", namesOf(model.Forms())), form)
	}
	return form
}

func (p *recordParser) medium(text string) model.Medium {
	medium, err := model.ParseMedium(text)
	if err == nil {
		return medium
	}
	media := []model.Medium{model.Spoken, model.Written}
	medium, known := oneOf(text, media)
	if !known {
		p.warn("medium", "%s", notOneOf(text, "a medium", namesOf(media)))
	}
	return medium
}

// stanceWord reads a stance. told says whether something was said about it.
func (p *recordParser) stanceWord(text string) (stance model.Stance, told bool) {
	stance, err := model.ParseStance(text)
	if err == nil {
		return stance, false
	}
	stance, known := oneOf(text, model.Stances())
	if known {
		return stance, false
	}
	if stance = stanceSynonym(text); stance != model.NoStance {
		p.note("stances", "%s is taken for %v", quote(text), stance)
		return stance, true
	}
	p.warn("stances", "%s", notOneOf(text, "a stance", namesOf(model.Stances())))
	return model.NoStance, true
}

// stanceSynonym reads words that can mean one stance only.
func stanceSynonym(text string) model.Stance {
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "for", "pro", "supports", "supported", "agree", "agrees":
		return model.Support
	case "against", "contra", "con", "anti", "opposes", "opposed", "disagree", "disagrees":
		return model.Oppose
	}
	return model.NoStance
}

// fitTopics leaves each topic once.
func (p *recordParser) fitTopics(s *statementRecord) {
	if n := max(len(s.topics), len(s.stances)); n > MaxTopics {
		p.wrong("topics", "%d topics or stances; a statement can have %d at most", n, MaxTopics)
		return
	}
	kept := s.topics[:0]
	for _, topic := range s.topics {
		switch {
		case strings.TrimSpace(topic) == "":
		case slices.Contains(kept, topic):
			p.warn("topics", "%s is given twice; keep one", quote(topic))
		default:
			kept = append(kept, topic)
		}
	}
	s.topics = kept
}

// fitStances leaves one stance on a topic. A stance implies its topic; one that names none is on the only topic there is.
func (p *recordParser) fitStances(s *statementRecord) {
	if p.bad {
		return
	}
	kept := s.stances[:0]
	for i, stance := range s.stances {
		if stance.topic == "" && len(s.topics) == 1 {
			stance.topic = s.topics[0]
		}
		switch earlier := slices.IndexFunc(kept, func(k stanceRecord) bool { return k.topic == stance.topic }); {
		case stance.topic == "":
			p.warn("stances", "a stance needs its topic and one of support, oppose, conditional, neutral")
			continue
		case earlier >= 0 && kept[earlier].stance == stance.stance:
			p.warn("stances", "the stance on %s is given twice; keep one", quote(stance.topic))
			continue
		case earlier >= 0 && kept[earlier].stance != model.NoStance:
			p.warn("stances", "two stances on %s; none is used, keep one", quote(stance.topic))
			kept[earlier].stance = model.NoStance
			continue
		case earlier >= 0:
			continue
		case !slices.Contains(s.topics, stance.topic) && len(s.topics) == MaxTopics:
			p.warn("stances", "a stance on %s, which is not among the topics; a statement can have %d at most", quote(stance.topic), MaxTopics)
			continue
		case !slices.Contains(s.topics, stance.topic):
			p.note("stances", "a stance on %s, which is not among the topics; taken for one of them", quote(stance.topic))
			s.topics = append(s.topics, stance.topic)
		}
		kept = append(kept, s.stances[i])
		kept[len(kept)-1].topic = stance.topic
	}
	s.stances = kept
}
