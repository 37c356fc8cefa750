package plan_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/plan"
)

func TestLooks(t *testing.T) {
	for size := range sizes {
		for _, tag := range []string{"nl", "en"} {
			kittest.Golden(t, "typical-"+size+"-"+tag, at(t, size, tag, newMedia(t, tag)).View())
		}
		kittest.Golden(t, "empty-"+size, at(t, size, "nl", bare()).View())
		kittest.Golden(t, "full-"+size, at(t, size, "nl", full(t)).View())
	}
	none := bare()
	none.Plans = nil
	kittest.Golden(t, "none", at(t, "80x24", "nl", none).View())
	kittest.Golden(t, "none-carried", at(t, "80x24", "en", newMedia(t, "en"), "}").View())
	small := kittest.Press(plan.New(kit.Place{}), kittest.Frame(57, 16, "nl", newMedia(t, "nl")), "tab", "tab", "tab", "tab", "tab")
	kittest.Golden(t, "60x20", small.View())
}

func TestLooksOfWhatIsInHand(t *testing.T) {
	for name, keys := range map[string][]string{
		"writing":    {"tab", "enter", "end", " Altijd."},
		"begun":      {"right", "right", "enter", "ctrl+home", "ctrl+k", "ctrl+k", "ctrl+k", "ctrl+k", "ctrl+k", "ctrl+k", "ctrl+k"},
		"kwis":       {"down", "enter", "down"},
		"agreements": {"down", "down", "enter", "pgdown"},
		"indicators": {"down", "right", "enter", "down"},
		"rewording":  {"down", "right", "enter", "enter", "End."},
		"fresh":      {"down", "right", "enter", "n"},
		"actions":    {"down", "down", "right", "enter", "down"},
		"figures":    {"end", "enter", "down", "right"},
		"figure":     {"end", "enter", "down", "right", "5", "0"},
		"compared":   {"tab", "tab", "d"},
	} {
		for _, size := range []string{"80x24", "120x40"} {
			kittest.Golden(t, name+"-"+size, at(t, size, "nl", newMedia(t, "nl"), keys...).View())
		}
	}
	kittest.Golden(t, "action-dialog", at(t, "80x24", "nl", newMedia(t, "nl"), "down", "down", "right", "enter", "down", "enter").View())
}

// Nothing stands outside the body, whatever its size and whatever is open.
func TestFitsEverySize(t *testing.T) {
	for _, c := range []account.Client{newMedia(t, "nl"), full(t), bare(), {ID: "x", Name: "x"}} {
		for _, keys := range [][]string{nil, {"enter"}, {"enter", "Een lange zin die niet past."}, {"tab", "tab", "tab", "enter"}, {"down", "right", "enter", "n", "Een lange indicator"}, {"end", "enter", "down", "down", "1", "2"}, {"end", "enter", "end"}, {"down", "down", "enter", "end"}, {"d"}} {
			for _, s := range [][2]int{{57, 16}, {77, 20}, {97, 30}, {111, 50}, {112, 30}, {117, 36}, {197, 56}, {300, 100}} {
				for _, tag := range []string{"nl", "en"} {
					p := kittest.Press(plan.New(kit.Place{}), kittest.Frame(s[0], s[1], tag, c), keys...)
					kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
				}
			}
		}
	}
}
