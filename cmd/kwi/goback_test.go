package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/hand"
	"kwi/internal/hub"
	"kwi/internal/lang"
	"kwi/internal/portable"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// goingBack sits at a window on a data file of which a copy was kept before NewMedia was
// renamed and before a second client came.
func goingBack(t *testing.T, language string, use func(*drive.Driver, cli.Session), options ...string) {
	t.Helper()
	folder := t.TempDir()
	write := func(name string, clients ...account.Client) string {
		var b bytes.Buffer
		err := portable.Write(&b, portable.File{Supplier: "BESTSELLER B.V.", Clients: clients})
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, name), b.Bytes(), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		return filepath.Join(folder, name)
	}
	early := kept(t, stocked(t), "newmedia")
	late, second := early.Clone(), early.Clone()
	late.Name, second.ID, second.Name = "NewerMedia", "tweede", "Tweede"
	var said bytes.Buffer
	env := cli.Env{In: strings.NewReader(""), Out: &said, Err: &said, Nonce: counted(), Now: func() time.Time { return day },
		Getenv: func(name string) string { return map[string]string{"KWI_FILE": filepath.Join(folder, "kwi.db")}[name] },
		Interactive: func(_ context.Context, s cli.Session) error {
			d := sitWith(t, stocked(t), language, 100, 30, func(c *ui.Config) {
				c.Keeper, c.Words, c.ReadOnly = keeper{s.Desk, "BESTSELLER B.V."}, lang.For(language), s.ReadOnly
				if s.Copier != nil {
					c.Copies = copiesOf(t.Context(), s.Copier)
					c.Copies.Failed = nil // the driver would wait for it
				}
			})
			use(d, s)
			return nil
		}}
	for _, args := range [][]string{{"import", write("early.json", early)}, {"import", "--replace", write("late.json", late)}, {"import", write("second.json", second)}, options} {
		if code := cli.Run(t.Context(), env, args); code != 0 {
			t.Fatalf("%q: exit %d, %s", args, code, &said)
		}
	}
}

func names(t *testing.T, s cli.Session) (all []string) {
	t.Helper()
	lines, err := s.Desk.Portfolio(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i := range lines {
		all = append(all, lines[i].Name)
	}
	return all
}

// TestOneGoesBackToAnEarlierCopyFromTheScreen: from the settings, by the list and the
// preview, to what was; what stood there is kept, is named, and comes back the same way.
func TestOneGoesBackToAnEarlierCopyFromTheScreen(t *testing.T) {
	t.Parallel()
	for language, says := range map[string][]string{
		"nl": {"voor een import die klanten verving", "1 klant is er dan niet meer: Tweede.", "1 klant is sindsdien veranderd", "ctrl+z haalt dit niet terug", "staat er weer", "-restore: de eerste kopie van de lijst"},
		"en": {"before an import that replaced clients", "1 client is no longer there then: Tweede.", "1 client has changed since", "ctrl+z does not take this back", "is back", "-restore: the first copy of the list"},
	} {
		goingBack(t, language, func(d *drive.Driver, s cli.Session) {
			d.Press(",", "ctrl+o")
			d.See(says[0])
			d.Type("import")
			d.Press("enter")
			d.See(says[1], says[2], "NewerMedia", says[3])
			d.Press("esc")
			if got := names(t, s); len(got) != 2 {
				t.Errorf("%s: on no there is %q", language, got)
			}
			d.Press("ctrl+o")
			d.Type("import")
			d.Press("enter", "enter")
			d.See(says[4])
			if got := names(t, s); len(got) != 1 || got[0] != "NewMedia" {
				t.Errorf("%s: there is %q", language, got)
			}
			d.Press("ctrl+o")
			d.Miss(says[4]) // it makes room for what is asked next
			d.See("esc")
			d.Press("enter", "enter") // the first is what stood there
			if got := names(t, s); len(got) != 2 {
				t.Errorf("%s: back again there is %q", language, got)
			}
		})
	}
}

// TestACopyOfWhatStandsThereIsNotGoneBackTo: it is said that nothing differs, and nothing is asked.
func TestACopyOfWhatStandsThereIsNotGoneBackTo(t *testing.T) {
	t.Parallel()
	for language, says := range map[string]string{"nl": "Deze kopie is precies wat er nu staat", "en": "This copy is exactly what is there now"} {
		goingBack(t, language, func(d *drive.Driver, _ cli.Session) {
			for range 2 {
				d.Miss(says)
				d.Press(",", "ctrl+o")
				d.Type("import")
				d.Press("enter", "enter")
			}
			d.See(says)
		})
	}
}

// TestThePreviewTellsOfTheTeam: that a copy of before the team takes the file out of it, before
// one goes back.
func TestThePreviewTellsOfTheTeam(t *testing.T) {
	t.Parallel()
	for language, says := range map[string]string{"nl": "De kopie is van voor het team bestseller.", "en": "The copy is of before the team bestseller."} {
		goingBack(t, language, func(d *drive.Driver, s cli.Session) {
			d.Press(",", "ctrl+o")
			d.Type("import")
			d.Press("enter")
			d.Miss("bestseller")
			d.Press("esc")
			if err := (hub.Membership{Prefix: "bestseller", User: "joe", Team: "t1"}).Keep(t.Context(), s.Desk.Store()); err != nil {
				t.Fatal(err)
			}
			d.Press("ctrl+o")
			d.Type("import")
			d.Press("enter")
			d.See(says)
		})
	}
}

// TestGoingBackIsTiedToItsPreview: what another window saves between the preview and the
// yes is not taken away unseen: the preview comes again, with what came. What is half typed
// elsewhere is no reason to ask again.
func TestGoingBackIsTiedToItsPreview(t *testing.T) {
	t.Parallel()
	for language, says := range map[string][]string{
		"nl": {"Er is net nog iets bewaard bij 1 klant: Derde.", "iets bewaard wat bij geen klant hoort", "staat er weer. Wat"},
		"en": {"Something was saved just now of 1 client: Derde.", "Something was saved just now that is of no client", "is back. What"},
	} {
		goingBack(t, language, func(d *drive.Driver, s cli.Session) {
			d.Press(",", "ctrl+o")
			d.Type("import")
			d.Press("enter")
			d.Miss(says[0])
			h, err := s.Desk.Open(t.Context(), "tweede")
			if err == nil {
				h, err = h.Do(hand.Change{Label: kit.Label("x"), Apply: func(c *account.Client) error { c.Name = "Derde"; return nil }})
			}
			if err != nil {
				t.Fatal(err)
			}
			_, save, _ := h.Send()
			if _, _, err := s.Desk.Keep(t.Context(), save); err != nil {
				t.Fatal(err)
			}
			d.Press("enter")
			d.See(says[0], "Derde.")
			d.Miss(says[1], says[2])
			if got := names(t, s); len(got) != 2 {
				t.Fatalf("%s: it went back unseen, and there is %q", language, got)
			}
			if err := s.Desk.KeepDrafts(t.Context(), "tweede", []hand.Draft{{Place: "p", Text: "half"}}, nil); err != nil {
				t.Fatal(err)
			}
			d.Press("enter")
			d.See(says[2])
			if got := names(t, s); len(got) != 1 || got[0] != "NewMedia" {
				t.Errorf("%s: there is %q", language, got)
			}
		})
	}
}

// TestACopyWithAnotherPassphraseIsCalledThat, and not damaged: with the name by which whoever
// knows it brings it back.
func TestACopyWithAnotherPassphraseIsCalledThat(t *testing.T) {
	t.Parallel()
	for language, says := range map[string][]string{"nl": {"op slot", "een andere wachtzin", "niet te lezen"}, "en": {"locked", "another passphrase", "cannot be read"}} {
		for _, w := range []int{60, 80, 120} {
			d := sitWith(t, stocked(t), language, w, 24, func(c *ui.Config) {
				c.Copies.List = func() ([]kit.Copy, account.Moment, error) {
					return []kit.Copy{{Path: "/x", Name: "2026-11-26-day", At: day, Cause: "day", Size: 9000, GoingBack: lang.GoingBack{Clients: lang.LockedCopy}}}, "", nil
				}
			})
			d.Press(",", "ctrl+o")
			d.See(says[0])
			d.Press("enter")
			d.See(says[1], "2026-11-26-day")
			d.Miss(says[2])
		}
	}
}

// TestTheWindowThatWentBackSaysSoItself, and not as of another window.
func TestTheWindowThatWentBackSaysSoItself(t *testing.T) {
	t.Parallel()
	goingBack(t, "nl", func(d *drive.Driver, s cli.Session) {
		d.Press(",", "ctrl+o")
		d.Type("import")
		d.Press("enter", "enter")
		at, err := s.Desk.Restored(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		d.Send(ui.PutBack(at, "newmedia"))
		d.See("staat er weer")
		d.Miss("Er is een eerdere kopie van de gegevens teruggezet")
	})
}

// TestNobodyGoesBackWhereNothingChanges: not where the program only looks, not on the
// example, and with the client watching it is not there.
func TestNobodyGoesBackWhereNothingChanges(t *testing.T) {
	t.Parallel()
	goingBack(t, "nl", func(d *drive.Driver, s cli.Session) {
		d.Press(",", "ctrl+o")
		d.Miss("voor een import")
	}, "--readonly")
	d := sitWith(t, stocked(t), "nl", 100, 30, func(c *ui.Config) { c.Example, c.Theme = kit.ExamplePortfolio, theme.Dark() })
	d.Press(",", "ctrl+o")
	d.See("van het voorbeeld worden geen kopieën bewaard")
	d = sitWith(t, stocked(t), "nl", 100, 30, func(c *ui.Config) {
		c.Copies.List = func() ([]kit.Copy, account.Moment, error) {
			t.Error("they are read while the client watches")
			return nil, "", nil
		}
	})
	d.Press("enter", "M", "enter", "ctrl+p")
	d.Type("eerdere kopie")
	d.Miss("terug naar een eerdere kopie")
	d.Press("enter")
}

// TestACopyThatCannotBeReadIsNotGoneBackTo.
func TestACopyThatCannotBeReadIsNotGoneBackTo(t *testing.T) {
	t.Parallel()
	d := sitWith(t, stocked(t), "nl", 100, 30, func(c *ui.Config) {
		c.Copies.List = func() ([]kit.Copy, account.Moment, error) {
			return []kit.Copy{{Path: "x", At: day, Cause: "damaged", GoingBack: lang.GoingBack{Clients: -1}}}, "", nil
		}
		c.Copies.GoBack = func(kit.Copy) (string, lang.Came, error) { t.Error("it was gone back to"); return "", lang.Came{}, nil }
	})
	d.Press(",", "ctrl+o", "enter")
	d.See("Deze kopie is niet te lezen")
}

// TestThatAnOpenCopyIsLockedIsSaidBefore: where the data are locked and the copy is not.
func TestThatAnOpenCopyIsLockedIsSaidBefore(t *testing.T) {
	t.Parallel()
	for language, says := range map[string]string{"nl": "gaat ze op slot met je wachtzin van nu", "en": "Going back locks it with your present passphrase"} {
		for _, open := range []bool{false, true} {
			d := sitWith(t, stocked(t), language, 60, 20, func(c *ui.Config) {
				c.Copies.List = func() ([]kit.Copy, account.Moment, error) {
					return []kit.Copy{{Path: "x", At: day, Cause: "day", GoingBack: lang.GoingBack{Clients: 8, Open: open}}}, "", nil
				}
			})
			d.Press(",", "ctrl+o", "enter")
			if said := strings.Join(strings.Fields(strings.ReplaceAll(d.Screen(), "│", " ")), " "); strings.Contains(said, says) != open {
				t.Errorf("%s: open %v, and it says\n%s", language, open, d.Screen())
			}
		}
	}
}

// TestCopiesOfOneMinuteAreToldApartOnTheScreen by their seconds, in the list and before a yes.
func TestCopiesOfOneMinuteAreToldApartOnTheScreen(t *testing.T) {
	t.Parallel()
	goingBack(t, "en", func(d *drive.Driver, s cli.Session) {
		kept, err := filepath.Glob(filepath.Join(s.File+".copies", "*-import.db"))
		if err != nil || len(kept) == 0 {
			t.Fatal(kept, err)
		}
		raw, err := os.ReadFile(kept[0])
		for _, name := range []string{"2026-11-23-110007-import.db", "2026-11-23-110059-restore.db"} {
			err = errors.Join(err, os.WriteFile(filepath.Join(s.File+".copies", name), raw, 0o600))
		}
		if err != nil {
			t.Fatal(err)
		}
		d.Press(",", "ctrl+o")
		d.See("23 Nov 2026 11:00:07", "23 Nov 2026 11:00:59")
		d.Miss("23 Nov 2026 11:00 ")
		d.Type("11:00:07")
		d.Press("enter")
		d.See("The copy of 23 Nov 2026 11:00:07")
	})
}
