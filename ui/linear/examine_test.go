package linear

import (
	"strings"
	"testing"

	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/ui/kit"
)

// TestHowKwiStandsHereIsHeardInLines, head by head; of the example it says why not, and with one
// client alone it is not there.
func TestHowKwiStandsHereIsHeardInLines(t *testing.T) {
	t.Parallel()
	c := Config{Settings: func() kit.Settings { return kit.Settings{Lines: []kit.Setting{{Key: "language"}}} }, Prefer: func(kit.SettingChange) error { return nil }, Examine: func(w *lang.Words) ([]Examined, error) {
		return []Examined{{"Files", []string{"clients: /home/joe/kwi.db", "version 3"}}, {w.Tag(), nil}}, nil
	}}
	tells(t, newHouse(t).told(t, c, "settings", "how kwi"), "Files.", "clients: /home/joe/kwi.db", "version 3", "en.")
	c.ReadOnly = true
	tells(t, newHouse(t).told(t, c, "settings", "how kwi"), "clients: /home/joe/kwi.db")
	c.Examine = func(*lang.Words) ([]Examined, error) { return nil, fault.New(fault.LooksOnly) }
	tells(t, newHouse(t).told(t, c, "settings", "how kwi"), lang.For("en").Fault(fault.New(fault.LooksOnly)))
	c.Examine = nil
	if got := newHouse(t).told(t, c, "settings", "how kwi"); !strings.Contains(got, "example stands apart") {
		t.Errorf("it does not say why:\n%s", got)
	}
}
