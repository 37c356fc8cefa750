package promises_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/internal/example"
	"kwi/internal/fault"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/promises"
)

// owed is what the store would tell of all clients of the example, with a
// concept and an agreement without a day.
func owed(language string) (out []due.Client) {
	for _, c := range clients(language) {
		if d := due.Of(&c); len(d.Items) > 0 {
			out = append(out, d)
		}
	}
	return out
}

func clients(language string) []account.Client {
	all := example.Portfolio(language, kittest.Today).Clients
	for i := range all {
		y := all[i].Newest()
		if y.Stage == account.Draft {
			y.Promised = map[account.Initials]account.Concept{all[i].Respondents[0].Initials: {Due: "2026-11-20"}}
			y.Actions[0].Due = ""
		}
	}
	return all
}

// opened is the screen with its list fetched.
func opened(f kit.Frame, all []due.Client, err error) *kittest.Play {
	p := kittest.Press(promises.New(func() ([]due.Client, error) { return all, err }), f)
	return p.Send(p.Top().Init()())
}

func frame(w, h int, language string, options ...kittest.Option) kit.Frame {
	return kittest.Frame(w, h, language, account.Client{}, append(options, kittest.Supplier("BESTSELLER B.V."))...)
}

// holding is a frame with one of the clients in hand.
func holding(id string) kit.Frame {
	for _, c := range clients("nl") {
		if c.ID == id {
			return kittest.Frame(77, 20, "nl", c)
		}
	}
	panic(id)
}

func TestTypical(t *testing.T) {
	for name, size := range map[string][2]int{"80x24": {77, 20}, "120x40": {117, 36}, "60x20": {57, 16}} {
		for _, language := range []string{"nl", "en"} {
			for side, by := range []string{"week", "client", "person"} {
				p := opened(frame(size[0], size[1], language), owed(language), nil)
				for range side {
					p.Press("tab")
				}
				kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
				head := p.Top().Head(p.Frame)
				kittest.Golden(t, by+"-"+name+"-"+language, head.Title+" | "+head.Right+"\n"+p.View())
			}
		}
	}
}

func TestEmpty(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		p := opened(frame(77, 20, language), nil, nil)
		kittest.Golden(t, "empty-"+language, p.View())
		if acts := p.Top().Acts(p.Frame); len(acts) > 0 {
			t.Errorf("there is something to do: %v", acts)
		}
	}
	p := opened(frame(77, 20, "nl"), owed("nl"), nil)
	p.Frame.Me = account.User{Name: "Iemand Anders"}
	p.Press("m")
	kittest.Golden(t, "nobody", p.View())
	if p.Press("space"); !p.Bad {
		t.Error("what cannot be done says nothing")
	}
}

// many is what ten thousand clients ask for, five things each.
func many(n int) []due.Client {
	out := make([]due.Client, n)
	for i := range out {
		out[i] = due.Client{ID: fmt.Sprintf("klant-%05d", i), Name: fmt.Sprintf("Fabriek %d voor Coöperatie", (i*7919)%n)}
		for k := range 5 {
			out[i].Items = append(out[i].Items, due.Item{Kind: due.Action, Cycle: "2026H2", Number: fmt.Sprintf("2026-%02d", k), Text: "Een afspraak van enige lengte over een rapport",
				At: account.Moment(account.Date(kittest.Today).Add((i*31+k*17)%200 - 20)), By: due.Person{Name: fmt.Sprintf("Iemand %d", i%40)}})
		}
	}
	return out
}

func TestFull(t *testing.T) {
	p := opened(frame(77, 20, "nl"), many(10_000), nil)
	p.Press("pgdown", "pgdown", "down")
	kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
	kittest.Golden(t, "full", p.View())
	p.Press("tab", "end")
	kittest.Golden(t, "full-client", p.View())
}

func TestNothingIsWiderThanTheBody(t *testing.T) {
	all := owed("nl")
	all[0].Name, all[1].Items[0].Text, all[1].Items[0].By.Name = strings.Repeat("breed日本", 40), "a\x1b[31mb\u202ec\nd\te", strings.Repeat("x", 300)
	for _, size := range [][2]int{{57, 16}, {60, 16}, {77, 20}, {97, 30}, {117, 36}, {197, 56}} {
		for _, keys := range [][]string{nil, {"tab"}, {"tab", "tab"}, {"end"}, {"m"}} {
			p := opened(frame(size[0], size[1], "en"), all, nil).Press(keys...)
			kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
			if strings.ContainsAny(p.View(), "\x1b\u202e") {
				t.Errorf("foreign text steers the terminal: %q", p.View())
			}
		}
	}
}

func TestTroubleIsSaid(t *testing.T) {
	p := opened(frame(77, 20, "nl"), nil, fault.New(fault.Locked, "/home/jo/kwi.db"))
	kittest.Golden(t, "trouble", p.View())
	if p.Press("r"); p.Out.Run == nil {
		t.Error("r does not read again")
	}
	p = opened(frame(77, 20, "nl"), owed("nl"), nil)
	failing := promises.New(func() ([]due.Client, error) { return nil, errors.New("weg") })
	p.Send(failing.Init()())
	if !strings.Contains(p.View(), "NewMedia") || !strings.Contains(p.View(), "weg") {
		t.Errorf("a list that is there must stay when the next cannot be read:\n%s", p.View())
	}
	kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
}

func TestTheClientSeesNoOthers(t *testing.T) {
	p := opened(frame(77, 20, "nl", kittest.Together), owed("nl"), nil)
	if strings.TrimSpace(p.View()) != "" {
		t.Errorf("other clients are shown:\n%s", p.View())
	}
	if h := p.Top().Head(p.Frame); h.Right != "" {
		t.Errorf("the head says %q", h.Right)
	}
}

// BenchmarkKey is what one key costs with fifty thousand items: update and
// view.
func BenchmarkKey(b *testing.B) {
	all := many(10_000)
	for _, bench := range []struct {
		name string
		keys []string
	}{{"down", []string{"down", "up"}}, {"pgdown", []string{"pgdown", "pgup"}}, {"group", []string{"tab"}}, {"mine", []string{"m"}}} {
		b.Run(bench.name, func(b *testing.B) {
			f := holding("newmedia")
			f.W, f.H = 117, 36
			p := opened(f, all, nil)
			n := 0
			for b.Loop() {
				p.Outs, p.Changes = nil, nil
				p.Press(bench.keys[n%len(bench.keys)])
				p.Top().View(p.Frame)
				n++
			}
		})
	}
	b.Run("fetched", func(b *testing.B) {
		p := opened(holding("newmedia"), all, nil)
		s := promises.New(func() ([]due.Client, error) { return all, nil })
		for b.Loop() {
			p.Send(s.Init()())
		}
	})
}

// What is agreed between ourselves is marked, so that nobody reads it out.
func TestWhatIsInternalIsMarked(t *testing.T) {
	all := clients("nl")
	c := &all[0]
	y := c.Newest()
	y.Actions = append(y.Actions, account.Action{Number: "2026-77", Text: "Tarief narekenen", Side: account.SupplierSide, Status: account.Open, Due: "2026-11-20", Internal: true})
	p := opened(frame(117, 36, "nl"), []due.Client{due.Of(c)}, nil)
	if view := p.View(); !strings.Contains(view, "intern · Tarief narekenen") {
		t.Errorf("it is not marked:\n%s", view)
	}
}
