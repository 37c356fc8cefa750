package interview

import (
	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part/inspiring"
)

// exampleTaken tells that an example was taken over as a question.
type exampleTaken struct{}

// inspireActs are to lay what others named before the client, where it does
// not come up by itself.
func (s *Screen) inspireActs(f *kit.Frame) []kit.Act {
	if !s.page.seeks() {
		return nil
	}
	return []kit.Act{{ID: "inspire", Keys: keys.Inspired, Name: f.T("meet.interview.act.inspire")}}
}

// inspire shows it. A value that somebody nods at is caught as what they said,
// an example becomes a question of their KWI.
func (s *Screen) inspire(f *kit.Frame) kit.Screen {
	cycle := f.Y().Name
	topic, _ := s.page.topic()
	n := account.Note{Date: f.Today, With: s.who, Topic: topic, Heard: f.Room.Hearing()}
	value := inspiring.Taking{Act: f.T("meet.interview.act.note"), Then: func(_ guide.Inspiring, text string) kit.Outcome {
		return kit.Changes(kit.Label("draft.label.note", string(n.With)), func(c *account.Client) error {
			n := n
			n.Text = text
			return c.AddNote(cycle, n)
		})
	}}
	example := inspiring.Example(f, s.who, s.wish(f))
	take := example.Then
	example.Then = func(v guide.Inspiring, text string) kit.Outcome {
		out := take(v, text)
		out.Tell = exampleTaken{}
		return out
	}
	return inspiring.New(inspiring.Dialog{Value: value, Example: example, Together: true})
}
