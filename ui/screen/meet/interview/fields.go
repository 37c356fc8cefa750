package interview

import (
	"strconv"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// freshLine is the field in which something is written for the first time: of
// a page with one field, that one.
const freshLine = "fresh"

// fields are what can be written on the page.
func (s *Screen) fields(f *kit.Frame) []widget.Field {
	if topic, notes := s.page.topic(); notes {
		var fields []widget.Field
		for i, n := range f.Y().Notes {
			if n.With == s.who && topicOf(n) == topic {
				fields = append(fields, s.noteField(f, i, n))
			}
		}
		return append(fields, s.freshNote(f, topic))
	}
	switch s.page {
	case asking:
		return s.questionFields(f)
	case declining:
		return []widget.Field{s.unwantedField(f)}
	case reading:
		return s.readBack(f)
	case promising:
		return []widget.Field{s.dayField(f)}
	}
	return nil
}

// topicOf is the topic under which a note is shown.
func topicOf(n account.Note) account.Topic {
	for _, t := range account.Topics() {
		if n.Topic == t {
			return t
		}
	}
	return ""
}

func (s *Screen) noteField(f *kit.Frame, i int, n account.Note) widget.Field {
	cycle, who, heard := f.Y().Name, s.who, f.Room.Hearing()
	return widget.Field{ID: "note/" + strconv.Itoa(i), Same: "note/" + n.Text, Kind: widget.SentenceField, Value: n.Text, Set: func(v string) kit.Outcome {
		return kit.Changes(kit.Label("draft.label.note", string(who)), func(c *account.Client) error { return c.RewordNote(cycle, n, v, heard) })
	}}
}

func (s *Screen) freshNote(f *kit.Frame, topic account.Topic) widget.Field {
	n := account.Note{Date: f.Today, With: s.who, Topic: topic, Heard: f.Room.Hearing()}
	cycle := f.Y().Name
	return widget.Field{ID: freshLine, Kind: widget.SentenceField, Set: func(v string) kit.Outcome {
		return kit.Changes(kit.Label("draft.label.note", string(n.With)), func(c *account.Client) error {
			n := n
			n.Text = v
			return c.AddNote(cycle, n)
		})
	}}
}

// questionFields are what the KWI is called and by which questions it is
// judged; none where there is no KWI.
func (s *Screen) questionFields(f *kit.Frame) []widget.Field {
	k := s.wish(f)
	simple := f.Client.Approach == account.Simple
	switch {
	case k == nil && simple:
		return []widget.Field{s.freshQuestion(f, 1)}
	case k == nil:
		return nil
	case simple:
		fields := s.ownQuestions(f, k)
		return append(fields, s.freshQuestion(f, len(fields)+1))
	}
	cycle, code := f.Y().Name, k.Code
	fields := []widget.Field{{ID: "title", Label: f.T("meet.interview.short"), Kind: widget.LineField, Value: k.Title, Set: func(v string) kit.Outcome {
		if v == "" {
			return kit.Refuses(f.T("meet.interview.notitle"))
		}
		return kit.Changes(kit.Label("draft.label.title", code.String()), func(c *account.Client) error {
			return c.Words(cycle, code, func(k *account.KWI) { k.Title = v })
		})
	}}}
	fields = append(fields, s.ownQuestions(f, k)...)
	return append(fields, widget.Field{ID: freshLine, Label: f.Words.Int(len(fields)), Kind: widget.SentenceField, Set: func(v string) kit.Outcome {
		std := part.Standard(f)
		return kit.Changes(kit.Label("draft.label.newquestion", code.String()), func(c *account.Client) error {
			_, err := c.AddQuestion(cycle, code, account.Question{Kind: std.Recognise(v), Text: v})
			return err
		})
	}})
}

// freshQuestion is where a question of theirs is written in the simple approach,
// where it needs no KWI before it.
func (s *Screen) freshQuestion(f *kit.Frame, number int) widget.Field {
	cycle, who, std := f.Y().Name, s.who, part.Standard(f)
	title := f.T("draft.first.title", part.NameOf(f, who))
	return widget.Field{ID: freshLine, Label: f.Words.Int(number), Kind: widget.SentenceField, Set: func(v string) kit.Outcome {
		return kit.Changes(kit.Label("draft.label.newquestion", string(who)), func(c *account.Client) error {
			_, err := c.AskOwn(cycle, who, title, v, std)
			return err
		})
	}}
}

// ownQuestions are the questions that are theirs; those that stand under every
// KWI are not talked about.
func (s *Screen) ownQuestions(f *kit.Frame, k *account.KWI) (fields []widget.Field) {
	cycle := f.Y().Name
	for _, q := range k.Questions {
		if q.Kind != account.Own {
			continue
		}
		fields = append(fields, widget.Field{ID: q.Code.String(), Label: f.Words.Int(len(fields) + 1), Kind: widget.SentenceField, Value: q.Text, Set: func(v string) kit.Outcome {
			return kit.Changes(kit.Label("draft.label.question", q.Code.String()), func(c *account.Client) error {
				if v == "" {
					return c.DropQuestion(cycle, q.Code)
				}
				return c.Reword(cycle, q.Code, v)
			})
		}})
	}
	return fields
}

func (s *Screen) unwantedField(f *kit.Frame) widget.Field {
	cycle, who, today := f.Y().Name, s.who, f.Today
	return widget.Field{ID: freshLine, Kind: widget.TextField, Lines: 12, Value: f.Y().NotExpected[who], Set: func(v string) kit.Outcome {
		return kit.Changes(kit.Label("draft.label.notexpected", string(who)), func(c *account.Client) error { return c.HearNotExpected(cycle, who, v, today) })
	}}
}

// readBack is all that was heard, to be read back and put right: what weighs
// most, how it will be asked, what else was named, what is not expected.
func (s *Screen) readBack(f *kit.Frame) (fields []widget.Field) {
	labelled := func(label string, group []widget.Field) {
		for i := range group {
			if group[i].Label = ""; i == 0 {
				group[i].Label = label
			}
		}
		fields = append(fields, group...)
	}
	cycle, k := f.Y().Name, s.wish(f)
	if k != nil {
		code := k.Code
		labelled(f.T("meet.interview.weighs"), []widget.Field{{ID: "kwi", Kind: widget.TextField, Value: k.Expectation, Set: func(v string) kit.Outcome {
			return kit.Changes(kit.Label("draft.label.expectation", code.String()), func(c *account.Client) error {
				return c.Words(cycle, code, func(k *account.KWI) { k.Expectation = v })
			})
		}}})
		labelled(f.T("meet.interview.asks"), s.ownQuestions(f, k))
	}
	var rest []widget.Field
	for i, n := range f.Y().Ranked(s.who) {
		if k == nil || n.KWI != k.Code {
			rest = append(rest, s.noteField(f, i, n))
		}
	}
	labelled(f.T("meet.interview.alsonamed"), rest)
	if f.Y().NotExpected[s.who] != "" {
		field := s.unwantedField(f)
		field.ID = "unwanted"
		labelled(f.T("meet.interview.notexpected"), []widget.Field{field})
	}
	return fields
}
