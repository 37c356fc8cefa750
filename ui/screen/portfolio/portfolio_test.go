package portfolio_test

import (
	"errors"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/internal/example"
	"kwi/internal/fault"
	lines "kwi/internal/portfolio"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/portfolio"
)

// listing is what the store would list: all clients of the example.
func listing(language string) []lines.Line {
	var out []lines.Line
	for _, c := range example.Portfolio(language, kittest.Today).Clients {
		out = append(out, lines.Of(&c))
	}
	return out
}

// opened is the screen with its list fetched.
func opened(f kit.Frame, all []lines.Line, err error) *kittest.Play {
	p := kittest.Press(portfolio.New(func() ([]lines.Line, error) { return all, err }), f)
	return p.Send(p.Top().Init()())
}

func frame(w, h int, language string, options ...kittest.Option) kit.Frame {
	return kittest.Frame(w, h, language, account.Client{}, append(options, kittest.Supplier("BESTSELLER B.V."))...)
}

var sizes = []struct {
	name string
	w, h int
}{{"80x24", 77, 20}, {"120x40", 117, 36}, {"60x20", 57, 16}}

func TestTypical(t *testing.T) {
	for _, size := range sizes {
		for _, language := range []string{"nl", "en"} {
			t.Run(size.name+"/"+language, func(t *testing.T) {
				p := opened(frame(size.w, size.h, language), listing(language), nil)
				p.Press("down")
				kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
				kittest.Golden(t, "typical-"+size.name+"-"+language, p.View())
			})
		}
	}
}

func TestEmpty(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		p := opened(frame(77, 20, language), nil, nil)
		kittest.Golden(t, "empty-"+language, p.View())
	}
}

func TestFull(t *testing.T) {
	p := opened(frame(77, 20, "nl"), many(10_000), nil)
	p.Press("pgdown", "pgdown", "o", "/", "fabriek 12")
	kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
	kittest.Golden(t, "full", p.View())
}

func TestNothingIsWiderThanTheBody(t *testing.T) {
	all := listing("nl")
	all[0].Name, all[1].Name = strings.Repeat("breed日本", 40), "a\x1b[31mb\u202ec\nd\te"
	all[2].Score, all[2].NPS, all[2].HasNPS = 1000, -100, true
	for _, size := range [][2]int{{57, 16}, {60, 16}, {77, 20}, {97, 30}, {117, 36}, {197, 56}} {
		for _, keys := range [][]string{nil, {"/", "d"}, {"o", "o"}, {"v"}, {"/", strings.Repeat("é", 200)}} {
			p := opened(frame(size[0], size[1], "en"), all, nil).Press(keys...)
			kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
			if strings.ContainsAny(p.View(), "\x1b\u202e") {
				t.Errorf("foreign text steers the terminal: %q", p.View())
			}
		}
	}
}

func TestTroubleIsSaid(t *testing.T) {
	for _, kind := range []fault.Kind{fault.Locked, fault.Damaged, fault.Newer} {
		p := opened(frame(77, 20, "nl"), nil, fault.New(kind, "/home/jo/kwi.db"))
		kittest.Golden(t, "trouble-"+string(kind), p.View())
		if p.Press("n"); !p.Bad || len(p.Stack) > 1 {
			t.Errorf("%s: a client can be begun in a list that was not read", kind)
		}
		if p.Press("r"); p.Out.Run == nil {
			t.Errorf("%s: r does not read again", kind)
		}
	}
	p := opened(frame(77, 20, "nl"), listing("nl"), nil)
	failing := portfolio.New(func() ([]lines.Line, error) { return nil, errors.New("weg") })
	p.Send(failing.Init()())
	if !strings.Contains(p.View(), "NewMedia") || !strings.Contains(p.View(), "weg") {
		t.Errorf("a list that is there must stay when the next cannot be read:\n%s", p.View())
	}
}

// What reads the same stands once among what is to be done, a talk that was
// had not at all, and what has no day says so.
func TestWhatIsToBeDoneStandsOnce(t *testing.T) {
	t.Parallel()
	day := account.Date("2027-02-26")
	l := lines.Line{ID: "a", Name: "Rivierenland", Approach: account.Extended, Due: []due.Day{
		{Kind: due.Talk, On: kittest.Today, Had: true},
		{Kind: due.Visit, On: day}, {Kind: due.Visit, On: day}, {Kind: due.Visit, On: day}, {Kind: due.Action},
	}}
	got := opened(frame(117, 36, "en"), []lines.Line{l}, nil).View()
	for _, want := range []string{"3 × talk Fri 26 Feb 2027", "agreement, no day yet"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not said:\n%s", want, got)
		}
	}
	if n := strings.Count(got[strings.LastIndex(got, "To do"):], "talk "); n != 1 {
		t.Errorf("talks stand there %d times:\n%s", n, got)
	}
}
