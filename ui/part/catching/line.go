// Package catching is where a sentence is caught that is heard anywhere, and
// where what was caught is sorted: into a note, a KWI, an agreement, a
// conversation, or what somebody does not expect. It is a part of screens and of
// the root; it knows the kit and the pure rooms.
package catching

import (
	"strings"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// Name is what the draft of a line that is being caught is known by.
const Name = "caught/new"

// Read is what was caught as it was typed in one line: behind an @ with whom,
// behind a # about which KWI. What is not understood stays in the text.
func Read(f *kit.Frame, line string) account.Caught {
	x := account.Caught{Date: f.Today}
	words := strings.Fields(line)
	var text []string
	for i := 0; i < len(words); i++ {
		name, mentions := strings.CutPrefix(words[i], "@")
		number, about := strings.CutPrefix(words[i], "#")
		m, took := f.Client.Mentioned(append([]string{name}, words[i+1:]...))
		switch code := f.Client.Newest().KWINumbered(number); {
		case mentions && took > 0 && m.Side == account.ClientSide && x.With == "":
			x.With = m.Who
			i += took - 1
		case about && code != 0 && x.KWI == 0:
			x.KWI = code
		default:
			text = append(text, words[i])
		}
	}
	x.Text = strings.Join(text, " ")
	return x
}

// Says tells what is understood of a line.
func Says(f *kit.Frame, x account.Caught) string {
	parts := []string{f.T("catch.withnobody")}
	if x.With != "" {
		parts[0] = f.Client.NameOf(x.With)
	}
	if x.KWI != 0 {
		parts = append(parts, x.KWI.String()+" "+f.Client.KWITitle(x.KWI))
	}
	shared := "catch.internal"
	if x.Shared {
		shared = "catch.shared"
	}
	return strings.Join(append(parts, f.T(shared)), " "+f.Theme.Glyphs.Dot+" ")
}

// Ask catches a sentence about the client in hand, and then the next; what was
// caught last stands above it.
func Ask(f *kit.Frame, kept string) kit.Screen {
	frame := *f
	ask := line(&frame, kept)
	ask.Shows = func(text string) string { return Says(&frame, Read(&frame, text)) }
	ask.Fields = func(text string) kit.Screen { return fields(&frame, text) }
	ask.Then = func(text string) kit.Outcome { return keeps(Read(&frame, text)) }
	ask.Next = func(kept string) kit.Screen { return Ask(&frame, kept) }
	return widget.NewAsk(ask)
}

func line(f *kit.Frame, kept string) widget.Ask {
	ask := widget.Ask{Name: Name, Title: f.T("catch.title"), Hint: f.T("catch.hint"), Sentence: true, Required: true}
	if kept != "" {
		ask.Text = f.T("kit.kept", kept)
	}
	return ask
}

func keeps(x account.Caught) kit.Outcome {
	return kit.Changes(kit.Label("catch.label"), func(c *account.Client) error { return c.Catch(x) })
}

// fields is the dialog in which one says of what was caught with whom, about
// which KWI and for whose eyes it is.
func fields(f *kit.Frame, typed string) kit.Screen {
	x := Read(f, typed)
	d := dialog(f, "caught/fields", f.T("catch.title"), account.Caught{}, func(e widget.Edits) kit.Outcome {
		next := account.Caught{Date: f.Today}
		fill(&next, e)
		return keeps(next)
	})
	d.Typed, d.At = map[string]string{}, "with"
	for id, v := range values(x) {
		if v != "" {
			d.Typed[id] = v
		}
	}
	return d
}

// dialog asks for all that is known of what was caught.
func dialog(f *kit.Frame, name, title string, x account.Caught, then func(widget.Edits) kit.Outcome) widget.FormDialog {
	with := []widget.Choice{{Value: "", Label: f.T("catch.withnobody")}}
	for _, r := range f.Client.Respondents {
		if r.Left == "" || r.Initials == x.With {
			with = append(with, widget.Choice{Value: string(r.Initials), Label: f.Client.NameOf(r.Initials)})
		}
	}
	about := []widget.Choice{{Value: "", Label: f.T("agree.nokwi")}}
	if y := f.Client.Newest(); y != nil {
		for _, k := range y.KWIs {
			about = append(about, widget.Choice{Value: k.Code.String(), Label: k.Code.String() + " " + k.Title})
		}
		if x.KWI != 0 && y.KWI(x.KWI) == nil {
			about = append(about, widget.Choice{Value: x.KWI.String(), Label: x.KWI.String() + " " + f.Client.KWITitle(x.KWI)})
		}
	}
	was, missing := values(x), f.T("kit.ask.empty")
	return widget.FormDialog{Name: name, Title: title, Then: then,
		Fields: []widget.Field{
			{ID: "text", Label: f.T("catch.text"), Kind: widget.SentenceField, Value: was["text"]},
			{ID: "with", Label: f.T("catch.with"), Kind: widget.ChoiceField, Value: was["with"], Choices: with},
			{ID: "kwi", Label: "KWI", Kind: widget.ChoiceField, Value: was["kwi"], Choices: about},
			{ID: "shared", Label: f.T("catch.forwhom"), Kind: widget.ChoiceField, Value: was["shared"], Choices: []widget.Choice{
				{Value: "", Label: f.T("catch.internal")}, {Value: widget.Yes, Label: f.T("catch.shared")}}},
		},
		Check: func(v map[string]string) string {
			if strings.TrimSpace(v["text"]) == "" {
				return missing
			}
			return ""
		}}
}

func values(x account.Caught) map[string]string {
	v := map[string]string{"text": x.Text, "with": string(x.With), "kwi": x.KWI.String(), "shared": ""}
	if x.Shared {
		v["shared"] = widget.Yes
	}
	return v
}

func fill(x *account.Caught, e widget.Edits) {
	widget.Put(e, "text", &x.Text)
	widget.Put(e, "with", &x.With)
	if e.Has("kwi") {
		x.KWI, _ = account.ParseKWICode(e.Get("kwi"))
	}
	if e.Has("shared") {
		x.Shared = e.Get("shared") == widget.Yes
	}
}
