package main

import (
	"testing"

	"kwi/ui/drive"
)

// TestThePaletteFindsThePassphrase, that one is to be set, and another and none where there is one: its dialogs are those of
// the settings.
func TestThePaletteFindsThePassphrase(t *testing.T) {
	t.Parallel()
	for language, says := range map[string]struct{ word, choose, final, change, remove, taken string }{
		"nl": {"wachtzin", "een wachtzin op je gegevens", "Niemand kan dan nog helpen", "een andere wachtzin op je gegevens", "de wachtzin van je gegevens halen", "Daarna leest iedereen"},
		"en": {"passphrase", "a passphrase on your data", "Nobody can help then", "another passphrase on your data", "take the passphrase off your data", "After that whoever gets"},
	} {
		l := newLockable(t)
		l.sits(language, 80, 24, func(d *drive.Driver) {
			find := func(word string) {
				d.Press("ctrl+p")
				d.Type(word)
			}
			find(says.word)
			d.See(says.choose)
			d.Miss(says.change, says.remove)
			d.Press("enter")
			d.See(says.final)
			fills(d, firstPhrase, firstPhrase)
			d.Press("esc")
			find(says.word)
			d.See(says.change, says.remove)
			d.Press("esc", "esc")
			find(says.remove)
			d.Press("enter")
			d.See(says.taken)
			d.Press("esc")
			find(says.change)
			d.Press("enter")
			d.See(says.final)
		})
	}
}

// TestErasingIsFoundWhereNoClientIsOpen, and it says that one is opened first.
func TestErasingIsFoundWhereNoClientIsOpen(t *testing.T) {
	for language, says := range map[string][2]string{"nl": {"wissen", "Open eerst de klant"}, "en": {"erase", "Open the client first"}} {
		d, _ := erasable(t, language, 80, 24)
		d.Press("ctrl+p")
		d.Type(says[0])
		d.Press("enter")
		d.See(says[1])
		d.Press("esc", "esc", "enter", "ctrl+p")
		d.Type(says[0])
		d.Miss(says[1])
	}
}
