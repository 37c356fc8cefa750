package inspiring

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
)

// With the client watching what others named is read from across the room.
func TestWithTheClientItIsLarge(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"together-80x24", 77, 20}, {"together-120x40", 117, 36}, {"together-200x60", 197, 56}} {
		f := kittest.Frame(size.w, size.h, "nl", account.Client{Name: "Klant"}, kittest.Together)
		p := kittest.Start(New(Dialog{Together: true}), f, f.Client)
		p.Press("down", "down")
		list := p.View()
		p.Press("enter", "down")
		value := p.View()
		kittest.Golden(t, size.name, list+"\n"+value)
		if size.h > 30 && (!strings.Contains(list, "█") || !strings.Contains(value, "█")) && !strings.Contains(list, "▌") {
			t.Errorf("%s is not large:\n%s\n%s", size.name, list, value)
		}
	}
}

func BenchmarkTogether(b *testing.B) {
	f := kittest.Frame(117, 36, "nl", account.Client{Name: "Klant"}, kittest.Together)
	s := New(Dialog{Together: true})
	for b.Loop() {
		s.View(f)
	}
}
