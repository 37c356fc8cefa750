package settings_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
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

// TestTheTeamIsReadWhole: how it stands with it, or how one comes into one, with the cursor on
// one field or another, also where there is little room.
func TestTheTeamIsReadWhole(t *testing.T) {
	now := remembered()
	now.Team = []string{"Team bestseller, as anna.", "Now: team 3 of 12.", "The clients are coming in."}
	for _, size := range [][2]int{{57, 16}, {77, 20}} {
		p := opened(frame(size[0], size[1], "en", now))
		seen := p.View()
		for range len(now.Lines) {
			seen += p.Press("down").View()
		}
		for _, said := range now.Team {
			if !strings.Contains(seen, said) {
				t.Errorf("%v: %q is never seen\n%s", size, said, p.View())
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
