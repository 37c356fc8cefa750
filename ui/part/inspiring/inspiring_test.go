package inspiring

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

var sizes = map[string][2]int{"60x20": {57, 16}, "80x24": {77, 20}, "120x40": {117, 36}}

// ours are values that a supplier added, one of which says much.
var ours = account.Shelf{
	{ID: "own-a", Kind: account.OwnValue, Title: "Rust op de werkvloer", Text: strings.Repeat("Geen storing, geen haast en geen verrassing. ", 30), Items: []account.OwnItem{{Number: 1, Text: "Wanneer is het bij u rustig?"}, {Number: 2, Text: "Dit half jaar stoorde niemand mijn mensen."}}},
	{ID: "own-b", Kind: account.OwnValue, Title: "Een titel die zo lang is dat er geen regel van het scherm is waar die in zijn geheel op past, ook niet van een breed scherm", Text: ""},
}

// play opens the dialog; what is taken over is told.
func play(w, h int, language string, own account.Shelf, options ...kittest.Option) *kittest.Play {
	f := kittest.Frame(w, h, language, account.Client{ID: "x", Name: "Dorpstad"}, options...)
	f.Firm.Library = own
	says := func(what string) Taking {
		return Taking{Act: what, Then: func(_ guide.Inspiring, text string) kit.Outcome { return kit.Says(what + ": " + text) }}
	}
	return kittest.Start(New(Dialog{Value: says("value"), Example: says("example"), Together: true}), f, f.Client)
}

func TestLooks(t *testing.T) {
	for size, s := range sizes {
		for _, language := range []string{"nl", "en"} {
			for name, keys := range map[string][]string{"list": {"down"}, "value": {"enter", "down", "down", "down", "down"}} {
				kittest.Golden(t, name+"-"+size+"-"+language, play(s[0], s[1], language, nil).Press(keys...).View())
			}
		}
	}
	kittest.Golden(t, "own", play(57, 16, "nl", ours).Press("down").View())
	kittest.Golden(t, "own-value", play(57, 16, "nl", ours).Press("enter", "down").View())
	kittest.Golden(t, "none", play(57, 16, "nl", ours, kittest.Together).Type("xqz").View())
}

// Nothing of a value is cut: whoever goes down reads all of it, and up again.
func TestAllOfEveryValueCanBeRead(t *testing.T) {
	for size, s := range map[string][2]int{"60x20": {57, 16}, "80x24": {77, 20}, "120x40": {117, 36}, "least": {40, 8}} {
		for _, language := range []string{"nl", "en"} {
			if language == "en" && size != "60x20" {
				continue
			}
			all := guide.For(language).Inspiration("Leverancier", ours)
			p := play(s[0], s[1], language, ours)
			for n, v := range all {
				p.Press("home")
				for range n * 2 {
					if d := p.Top().(Dialog); d.list.at < n {
						p.Press("down")
					}
				}
				p.Press("enter")
				for _, way := range []string{"down", "up"} {
					read := ""
					for last := ""; last != p.View(); p.Press(way) {
						last = p.View()
						kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
						read += last + "\n"
					}
					for _, word := range strings.Fields(v.Words()) {
						if !strings.Contains(read, word) {
							t.Fatalf("%s %s %q going %s: %q is nowhere:\n%s", size, language, v.Title, way, word, p.View())
						}
					}
				}
				p.Press("esc")
			}
		}
	}
}

func TestWhatIsTypedFindsAValueByAnyOfItsWords(t *testing.T) {
	for typed, want := range map[string]string{"vakman": "Vakmanschap", "zeurt": "Niets gevonden", "audit": "Niets gevonden", "overdreven": "Kwaliteit", "rustig": "Rust op de werkvloer"} {
		if v := play(77, 20, "nl", ours).Type(typed).View(); !strings.Contains(v, want) {
			t.Errorf("%s:\n%s", typed, v)
		}
	}
	p := play(77, 20, "nl", nil).Press("enter").Type("vak")
	if v := p.View(); p.Top().(Dialog).open || !strings.Contains(v, "Vakmanschap") {
		t.Errorf("typing does not search:\n%s", v)
	}
	if p.Press("esc"); len(p.Stack) != 1 || !strings.Contains(p.View(), "Continuïteit") {
		t.Error("esc does not clear the search first")
	}
	if p.Press("esc"); !p.Left {
		t.Error("a second esc does not leave")
	}
}

func TestWhatIsInHandIsTaken(t *testing.T) {
	for keys, want := range map[string]string{"enter enter": "value: Advies als ik erom vraag, of juist ongevraagd", "enter end enter": "example: Dit half jaar gebruikten wij ten minste één advies van Leverancier.", "enter down enter": "Dit is om over te praten."} {
		p := play(77, 20, "nl", nil, kittest.Together).Press(strings.Fields(keys)...)
		if !strings.HasPrefix(p.Notice, want) {
			t.Errorf("%s: %q", keys, p.Notice)
		}
	}
}
