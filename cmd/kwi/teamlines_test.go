package main

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/lang"
	"kwi/internal/sync"
	"kwi/ui/kit"
	"kwi/ui/linear"
)

// answersOf types lines one by one: before each of them something may happen elsewhere.
type answersOf struct {
	t     *testing.T
	lines []any // a line, or a func() that is done before the next
	out   *bytes.Buffer
}

func (a *answersOf) Read(b []byte) (int, error) {
	for len(a.lines) > 0 {
		next := a.lines[0]
		a.lines = a.lines[1:]
		if does, is := next.(func()); is {
			does()
			continue
		}
		line := next.(string) + "\n"
		a.out.WriteString("> " + line)
		return copy(b, line), nil
	}
	return 0, io.EOF
}

// inLines plays lines on a laptop of the team, as the program does.
func (l *laptopOf) inLines(t *testing.T, language string, lines ...any) string {
	t.Helper()
	c, err := lined(t.Context(), cli.Session{Desk: l.desk, Words: lang.For(language)}, func() time.Time { return day })
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	c.Team = l.work.room(context.Background())
	c.Team.Name, c.Team.Where = "bestseller", "https://hub.example:2379"
	c.In, c.Out = &answersOf{t, lines, &out}, &out
	if err := linear.Run(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestTheTeamIsToldInLines: how it stands where that is otherwise, who changed what, who has the
// client open too, and between what one chooses; nothing of it with the client listening.
func TestTheTeamIsToldInLines(t *testing.T) {
	for language, says := range map[string]struct {
		words []string
		order []string
	}{
		"nl": {words: []string{"instellingen", "Team", "terug", "terug", "kiezen wat", "1", "wat hier", "stop"}, order: []string{
			"Team: offline sinds 14:02, 1 wacht", "NewMedia, wacht", "Team: bijgewerkt",
			"Anna de Vries wijzigde de afspraken van NewMedia.", "Team: 1 te kiezen",
			"Team: te kiezen", "kiezen wat op twee plaatsen anders is gedaan (1)", "Anna de Vries heeft deze klant ook open.",
			"Team bestseller, als Joe Bestseller. https://hub.example:2379", "Telt nu, Anna de Vries: ", "Words of Anna", "Stond hier: ", "Words of Joe", "Gekozen: ", "Alles is gekozen.", "Team: bijgewerkt",
		}},
		"en": {words: []string{"settings", "Team", "back", "back", "choose what", "1", "what stood", "stop"}, order: []string{
			"Team: offline since 14:02, 1 waiting", "NewMedia, waiting", "Team: up to date",
			"Anna de Vries changed the agreements of NewMedia.", "Team: 1 to choose",
			"Team: to choose", "choose what was done otherwise in two places (1)", "Anna de Vries has this client open too.",
			"Team bestseller, as Joe Bestseller. https://hub.example:2379", "Counts now, Anna de Vries: ", "Words of Anna", "Stood here: ", "Words of Joe", "Chosen: ", "All is chosen.", "Team: up to date",
		}},
	} {
		_, mine, hers := ofATeam(t)
		var a, b *sync.Presence
		mine.does(agreed("Words of Joe"))
		mine.work.tell(sync.Status{State: sync.Offline, Waiting: 1})
		got := mine.inLines(t, language,
			func() { mine.work.tell(sync.Status{State: sync.Same}) }, "?",
			func() {
				hers.does(agreed("Words of Anna"))
				hers.syncs()
				mine.syncs()
				hers.work.open = "newmedia"
				hers.looks(&b)
			}, "?", "?", "NewMedia",
			func() { mine.looks(&a) }, "?", says.words[2], says.words[0], says.words[1], says.words[2], says.words[3], says.words[4], says.words[5], says.words[6], says.words[7])
		at := 0
		for _, said := range says.order {
			i := strings.Index(got[at:], said)
			if i < 0 {
				t.Fatalf("%s: it does not say %q after\n%s\n---\n%s", language, said, got[:at], got[at:])
			}
			at += i
		}
		for _, said := range []string{"Anna de Vries wijzigde", "Anna de Vries changed"} {
			if strings.Count(got, said) > 1 {
				t.Errorf("%s: it is told more than once\n%s", language, got)
			}
		}
		if c := mine.client(); c.Newest().Actions[0].Text != "Words of Joe" {
			t.Errorf("there is %q", c.Newest().Actions[0].Text)
		}
		mine.syncs() // and nothing while they listen, until it is over
		hers.syncs()
		words := map[string][3]string{"nl": {"samen met", "terug", "klaar"}, "en": {"together", "back", "done"}}[language]
		got = mine.inLines(t, language, "NewMedia", words[0],
			func() {
				hers.does(agreed("More of Anna"))
				hers.syncs()
				mine.syncs()
				mine.work.tell(sync.Status{State: sync.Offline, Waiting: 2})
			}, "?", "?", words[1], words[2], "?", "stop")
		during, after, over := strings.Cut(got, "> "+words[2])
		_, during, _ = strings.Cut(during, "> "+words[0])
		if !over || strings.Contains(during, "Anna") || strings.Contains(during, "Team") || strings.Contains(during, "offline") {
			t.Errorf("%s: while they listen it says\n%s", language, during)
		}
		if !strings.Contains(after, says.order[3]) || !strings.Contains(after, "Team: offline") {
			t.Errorf("%s: afterwards it says\n%s", language, after)
		}
	}
}

// TestWhatComesWhileOneChoosesIsTold in lines too, and so is that somebody was erased at a
// client who is not open.
func TestWhatComesWhileOneChoosesIsTold(t *testing.T) {
	_, mine, hers := ofATeam(t)
	mine.does(agreed("Words of Joe"))
	hers.does(agreed("Words of Anna"))
	hers.syncs()
	mine.syncs()
	mine.work.news.Changed = nil
	got := mine.inLines(t, "en", "NewMedia", "choose what", "1",
		func() {
			hers.does(func(c *account.Client) error { return c.Rename("NewMedia B.V.") })
			hers.syncs()
			mine.syncs()
			mine.work.do(func(n *kit.TeamNews) {
				n.Changed = append(n.Changed, kit.TeamChange{Client: "other", Name: "Other B.V.", Erased: true, Left: 2})
			})
		}, "what stood", "stop")
	_, after, _ := strings.Cut(got, "> what stood")
	for _, said := range []string{"Anna de Vries changed", "Other B.V."} {
		if !strings.Contains(after, said) {
			t.Errorf("it does not say %q:\n%s", said, after)
		}
	}
}
