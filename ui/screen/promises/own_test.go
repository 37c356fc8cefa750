package promises_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/example"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/promises"
)

var allSizes = map[string][2]int{"60x20": {57, 16}, "80x24": {77, 20}, "120x40": {117, 36}, "200x60": {197, 56}}

// ofOne is the page of one client of the example.
func ofOne(id string, w, h int, language string, options ...kittest.Option) *kittest.Play {
	for _, c := range example.Portfolio(language, kittest.Today).Clients {
		if c.ID == id {
			f := kittest.Frame(w, h, language, c, options...)
			return kittest.Start(promises.OfClient(kit.Place{}), f, c)
		}
	}
	panic(id)
}

func TestOfOneClient(t *testing.T) {
	for size, s := range allSizes {
		for _, language := range []string{"nl", "en"} {
			p := ofOne("newmedia", s[0], s[1], language)
			kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
			head := p.Top().Head(p.Frame)
			kittest.Golden(t, "own-"+size+"-"+language, head.Title+" | "+head.Right+"\n"+p.View())
		}
	}
	kittest.Golden(t, "own-person", ofOne("newmedia", 77, 20, "nl").Press("tab").View())
	kittest.Golden(t, "own-simple", ofOne("facilitair", 77, 20, "en").View())
	kittest.Golden(t, "own-group", ofOne("dorpstad", 77, 20, "nl").View())
	empty := account.Client{ID: "leeg", Name: "Leeg"}
	kittest.Golden(t, "own-empty", kittest.Start(promises.OfClient(kit.Place{}), kittest.Frame(77, 20, "nl", empty), empty).View())
}

// What is done on the page of a client is a step of that client, and from each
// item one comes back to the page.
func TestOfOneClientIsTheirOwn(t *testing.T) {
	p := ofOne("newmedia", 77, 20, "nl")
	if p.Press("enter"); p.Out.Go == nil || !p.Out.Over || p.Out.Go.Client != "newmedia" {
		t.Errorf("enter goes to %+v, over: %t", p.Out.Go, p.Out.Over)
	}
	find(t, p, "Kwartaal")
	if p.Press("space"); p.Out.On != "" || p.Out.Ask == nil {
		t.Errorf("it is done on %q, asked: %v", p.Out.On, p.Out.Ask != nil)
	}
	if v := strings.TrimSpace(ofOne("newmedia", 77, 20, "nl", kittest.Together).View()); v != "" {
		t.Errorf("the client sees\n%s", v)
	}
}
