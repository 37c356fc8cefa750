package main

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/portfolio"
	"kwi/internal/settings"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/theme"
)

func TestLanguageAndThemeAreRemembered(t *testing.T) {
	var kept []ui.Preferences
	var fails error
	d := desk.New(stocked(t), nonce)
	drv := drive.New(t, ui.Config{
		Keeper: keeper{d, "B"}, Places: places(sources{clients: func() ([]portfolio.Line, error) { return d.Portfolio(context.Background()) }}),
		Words: lang.For("nl"), Theme: theme.Dark(), Themed: true, Supplier: "B", Now: func() time.Time { return day },
		Prefer: func(p ui.Preferences) error { kept = append(kept, p); return fails },
	}, 80, 24)
	drv.Press("L")
	drv.Press("T")
	drv.Press("L")
	third := lang.For("nl").Next().Next().Tag()
	want := []ui.Preferences{{Language: "en"}, {Language: "en", Theme: "light"}, {Language: third, Theme: "light"}}
	if !slices.Equal(kept, want) {
		t.Errorf("kept %+v", kept)
	}
	fails = errors.New("no room")
	drv.Press("L")
	drv.See("no room")
}

func TestEveryThemeOfTheSettingsIsThere(t *testing.T) {
	for _, name := range settings.Themes() {
		if th, ok := theme.Named(name); !ok || th.Name != name {
			t.Errorf("no theme %s", name)
		}
	}
	if th, ok := theme.Named("sepia"); ok || th.Name != "dark" {
		t.Errorf("%s %v", th.Name, ok)
	}
}
