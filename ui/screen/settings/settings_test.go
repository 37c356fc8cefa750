package settings_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/part"
	"kwi/ui/screen/settings"
)

// remembered is a file of settings with something of every kind: from the file,
// from above it, left out, and not set.
func remembered() kit.Settings {
	on := []string{"on", "off"}
	return kit.Settings{File: "/home/joe/.config/kwi/settings.json", Secret: true, Lines: []kit.Setting{
		{Key: "me.name", Value: "Joe Bestseller", Kept: "Joe Bestseller", Source: kit.InFile},
		{Key: "me.initials", Value: "RM", Kept: "RM", Source: kit.InFile},
		{Key: "me.email"},
		{Key: "me.function", Value: "relatiemanager", Kept: "relatiemanager", Source: kit.InFile},
		{Key: "language", Choice: []string{"nl", "en"}, Value: "en", Default: "nl", Source: kit.InOption, By: "--lang"},
		{Key: "theme", Choice: []string{"dark", "light", "mono"}, Odd: "sepia"},
		{Key: "mouse", Choice: on, Value: "off", Kept: "on", Default: "on", Source: kit.InEnvironment, By: "KWI_MOUSE"},
		{Key: "gradesGoOn", Choice: on, Default: "on"},
		{Key: "wisdoms", Choice: on, Value: "off", Kept: "off", Default: "on", Source: kit.InWindow},
		{Key: "lists", Default: "/home/joe/Documents/kwi"},
		{Key: "returns", Value: "/home/joe/Downloads", Kept: "/home/joe/Downloads", Source: kit.InFile},
		{Key: "mail.host", Value: "mail.bestseller.example", Source: kit.InEnvironment, By: "KWI_SMTP_HOST"},
		{Key: "mail.port", Default: "587", Source: kit.InEnvironment, By: "KWI_SMTP_HOST"},
		{Key: "mail.user", Source: kit.InEnvironment, By: "KWI_SMTP_HOST"},
		{Key: "mail.from", Source: kit.InEnvironment, By: "KWI_SMTP_HOST"},
	}}
}

func frame(w, h int, language string, now kit.Settings, options ...kittest.Option) kit.Frame {
	return kittest.Frame(w, h, language, account.Client{}, append(options, func(f *kit.Frame) { f.Settings = now })...)
}

func opened(f kit.Frame) *kittest.Play {
	return kittest.Press(settings.With(func(string, string) bool { return true }, nil)(kit.Place{}), f)
}

// TestGoldens are all settings, from the first on and from the last back.
func TestGoldens(t *testing.T) {
	for _, size := range [][2]int{{57, 16}, {77, 20}, {117, 36}, {197, 56}} {
		for _, language := range []string{"nl", "en"} {
			name := fmt.Sprintf("%dx%d-%s", size[0]+3, size[1]+4, language)
			p := opened(frame(size[0], size[1], language, remembered()))
			kittest.Golden(t, name, p.View())
			p.Press("end")
			kittest.Golden(t, name+"-end", p.View())
		}
	}
}

// TestTheTeamHasARow: to which the file belongs, and below it how it stands or how one comes
// into one, read whole also where there is little room; it takes no other row's place.
func TestTheTeamHasARow(t *testing.T) {
	for language, says := range map[string][2]string{"nl": {"kwi team join HUB --user NAAM", "Nu: offline sinds 10:42."}, "en": {"kwi team join HUB --user NAME", "Now: offline since 10:42."}} {
		w := lang.For(language)
		in := kit.Team{Name: "bestseller", User: "anna", Fresh: func() (kit.TeamNews, bool) { return kit.TeamNews{}, false }}
		for i, of := range []kit.TeamSetting{part.TeamSetting(w, &kit.Team{}, &kit.TeamNews{}), part.TeamSetting(w, &in, &kit.TeamNews{State: kit.TeamOffline, Since: time.Date(2026, 11, 27, 10, 42, 0, 0, time.UTC)})} {
			for _, size := range [][2]int{{57, 16}, {77, 20}, {117, 36}} {
				now := remembered()
				now.Team = of
				p := opened(frame(size[0], size[1], language, now)).Press("end")
				if v := strings.Join(strings.Fields(p.View()), " "); !strings.Contains(v, of.Is) || !strings.Contains(v, says[i]) {
					t.Errorf("%s %v: it says\n%s", language, size, p.View())
				}
			}
		}
	}
}

// TestWhatIsSaidOfTheOneInHand: why it cannot be changed, or what was left out.
func TestWhatIsSaidOfTheOneInHand(t *testing.T) {
	p := opened(frame(77, 20, "en", remembered()))
	for at, want := range map[string]string{
		"mouse": "Comes from KWI_MOUSE in the environment", "theme": "“sepia”", "language": "option --lang", "wisdoms": "until you quit", "mail.port": "Comes from KWI_SMTP_HOST",
	} {
		p.Send(kit.Aim(at))
		if !strings.Contains(p.View(), want) {
			t.Errorf("%s:\n%s", at, p.View())
		}
	}
	p.Send(kit.Aim("mouse"))
	if !strings.Contains(p.View(), "The file says on.") {
		t.Errorf("not what the file says:\n%s", p.View())
	}
	p.Send(kit.Aim("nothing of this"))

	broken := kit.Settings{Wrong: fault.New(fault.BadSettings, "/home/joe/settings.json").By(errors.New("x")), Lines: remembered().Lines}
	p = opened(frame(77, 20, "nl", broken))
	p.Press("enter")
	if v := p.View(); !strings.Contains(v, "zijn niet te lezen") || p.Out.Setting != nil {
		t.Errorf("%s", v)
	}
}

// TestNothingIsThereForTheClient.
func TestNothingIsThereForTheClient(t *testing.T) {
	p := opened(frame(77, 20, "en", remembered(), kittest.Together))
	if v := strings.TrimSpace(p.View()); v != "" || len(p.Top().Acts(p.Frame)) > 0 {
		t.Errorf("%s", v)
	}
}
