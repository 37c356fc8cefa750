package draft

import (
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
)

func TestLooks(t *testing.T) {
	sides := map[string][]string{"list": nil, "talk": {"down", "enter"}, "kwi": {"enter", "tab", "down"}}
	for size, s := range sizes {
		for _, tag := range []string{"nl", "en"} {
			for side, keys := range sides {
				kittest.Golden(t, side+"-"+size+"-"+tag, at(t, s[0], s[1], tag, typical(t, tag), keys...).View())
			}
		}
	}
	for side, keys := range sides {
		kittest.Golden(t, side+"-empty", at(t, 77, 20, "nl", unspoken("nl"), keys...).View())
		kittest.Golden(t, side+"-60x20", at(t, 57, 16, "nl", typical(t, "nl"), keys...).View())
	}
	kittest.Golden(t, "list-200x60-en", at(t, 197, 56, "en", typical(t, "en")).View())
	kittest.Golden(t, "list-person-200x60-nl", at(t, 197, 56, "nl", typical(t, "nl"), "down").View())
	kittest.Golden(t, "list-full", at(t, 77, 20, "nl", full(t)).View())
	kittest.Golden(t, "kwi-full", at(t, 77, 20, "nl", full(t), "down", "down", "down", "enter", "tab", "end").View())
	kittest.Golden(t, "talk-word", at(t, 77, 20, "nl", typical(t, "nl"), "down", "enter", "down", "down", "down").View())
	kittest.Golden(t, "talk-writing", at(t, 77, 20, "nl", typical(t, "nl"), "down", "enter", "'Minder loketten.", "tick", "tick").View())
	kittest.Golden(t, "make", at(t, 77, 20, "nl", typical(t, "nl"), "down", "enter", "ctrl+k").View())
	kittest.Golden(t, "drop", at(t, 77, 20, "nl", typical(t, "nl"), "ctrl+x").View())
	kittest.Golden(t, "joint", at(t, 77, 20, "nl", full(t), "end", "enter").View())
}

// Nothing stands outside the body, whatever its size and whatever is open.
func TestFitsEverySize(t *testing.T) {
	nobody := unspoken("nl")
	nobody.Respondents = nil
	nocycle := unspoken("nl")
	nocycle.Cycles = nil
	for _, c := range []account.Client{unspoken("nl"), typical(t, "nl"), full(t), nobody, nocycle, alone("nl")} {
		for _, keys := range [][]string{nil, {"end"}, {"enter"}, {"enter", "end", "enter"}, {"enter", "tab"}, {"enter", "tab", "end"}, {"end", "enter"}, {"down", "down", "down", "enter", "tab", "ctrl+n"}, {"enter", "alt+i"}, {"r"}, {"n"}} {
			for _, s := range [][2]int{{57, 16}, {60, 17}, {77, 20}, {117, 36}, {197, 56}} {
				at(t, s[0], s[1], "nl", c, keys...)
				at(t, s[0], s[1], "en", c, keys...)
			}
		}
	}
}
