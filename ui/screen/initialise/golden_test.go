package initialise

import (
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
)

func TestLooks(t *testing.T) {
	sides := map[string][]string{"about": nil, "people": {"tab"}, "kickoff": {"tab", "tab"}}
	for size, s := range sizes {
		for _, tag := range []string{"nl", "en"} {
			for side, keys := range sides {
				kittest.Golden(t, side+"-"+size+"-"+tag, at(t, s[0], s[1], tag, typical(tag), keys...).View())
			}
		}
	}
	for side, keys := range sides {
		kittest.Golden(t, side+"-200x60-en", at(t, 197, 56, "en", typical("en"), keys...).View())
		kittest.Golden(t, side+"-empty", at(t, 77, 20, "nl", fresh(), keys...).View())
		kittest.Golden(t, side+"-full", at(t, 77, 20, "nl", full(), keys...).View())
		kittest.Golden(t, side+"-60x20", at(t, 57, 16, "nl", typical("nl"), keys...).View())
	}
}

func TestLooksOfWhatOpens(t *testing.T) {
	kittest.Golden(t, "respondent", at(t, 77, 20, "nl", typical("nl"), "tab", "enter").View())
	kittest.Golden(t, "respondent-new", at(t, 77, 20, "nl", typical("nl"), "tab", "n").View())
	kittest.Golden(t, "arguments", at(t, 77, 20, "nl", typical("nl"), "tab", "tab", "n").View())
	kittest.Golden(t, "sponsor-win", at(t, 77, 20, "nl", fresh(), "tab", "a").View())
	simple := fresh()
	simple.Approach, simple.Kind = account.Simple, account.Internal
	simple.Selection = account.Selection{Strategic: account.Yes, Business: account.No}
	kittest.Golden(t, "value-nobody", at(t, 77, 20, "nl", simple).View())
	kittest.Golden(t, "about-simple", at(t, 77, 20, "nl", simple, "tab", "down", "down", "down", "down", "down", "down").View())
	kittest.Golden(t, "people-simple", at(t, 77, 20, "en", simple, "tab", "tab").View())
	nobody := fresh()
	nobody.Cycles = nil
	kittest.Golden(t, "nocycle", at(t, 77, 20, "nl", nobody, "tab", "tab").View())
}

// One contact, to whom the value question was put.
func TestLooksOfTheValueQuestion(t *testing.T) {
	for size, s := range sizes {
		for _, tag := range []string{"nl", "en"} {
			kittest.Golden(t, "value-"+size+"-"+tag, at(t, s[0], s[1], tag, onlyOne(tag)).View())
		}
	}
	kittest.Golden(t, "value-60x20", at(t, 57, 16, "nl", onlyOne("nl")).View())
	many := typical("en")
	many.Approach = account.Simple
	kittest.Golden(t, "value-many", at(t, 77, 20, "en", many).View())
}

// onlyOne is the example's client of the simple approach.
func onlyOne(tag string) account.Client {
	c := typical(tag)
	c.Approach, c.Kind, c.Respondents = account.Simple, account.Internal, c.Respondents[:1]
	c.Sponsor = ""
	return c
}

// Nothing stands outside the body, whatever its size and whatever is open.
func TestFitsEverySize(t *testing.T) {
	for _, c := range []account.Client{fresh(), typical("nl"), full(), onlyOne("nl"), {ID: "x", Name: "x"}} {
		for _, keys := range [][]string{nil, {"tab"}, {"tab", "end"}, {"tab", "enter"}, {"tab", "tab"}, {"tab", "tab", "end"}, {"tab", "tab", "n", "end"}, {"down", "down", "down", "down", "enter"}} {
			for _, s := range [][2]int{{57, 16}, {60, 17}, {77, 20}, {117, 36}, {197, 56}} {
				at(t, s[0], s[1], "nl", c, keys...)
				at(t, s[0], s[1], "en", c, keys...)
			}
		}
	}
}
