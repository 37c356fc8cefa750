package main

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/store"
	"kwi/ui/drive"
)

// task is something that a manager does with a client waiting: from where, by
// which keys, and what is then so. The words of a text are no keys; 'text types
// one.
type task struct {
	name    string
	prepare func(*account.Client) error
	start   string // keys that lead there, not counted
	keys    string // counted
	most    int    // how many are enough
	done    func(account.Client, *drive.Driver) bool
}

// lastAction is the agreement that was made last.
func lastAction(c account.Client) account.Action {
	a := c.Newest().Actions
	return a[len(a)-1]
}

// tasks are those of which the number of keys is held.
var tasks = []task{
	{
		name: "enter 23 grades", start: "enter", keys: "enter" + strings.Repeat(" 7", 23), most: 24,
		done: func(c account.Client, _ *drive.Driver) bool { return c.Newest().Given("AA") == 23 },
	}, {
		name: "correct one grade", start: "enter end enter", keys: "/ 2 3 5", most: 4,
		done: func(c account.Client, _ *drive.Driver) bool {
			return c.Newest().Answers["KK"].Of(account.QuestionCode{KWI: 2, Serial: 3}).Grade == 5
		},
	}, {
		name: "note a sentence under a respondent", start: "enter 2", keys: "enter 'Graag_vaker_langs. enter", most: 2,
		done: func(c account.Client, _ *drive.Driver) bool {
			return slices.ContainsFunc(c.Newest().Notes, func(n account.Note) bool { return n.Text == "Graag vaker langs." && n.With == "AA" })
		},
	}, {
		name: "make that note a KWI", start: "enter 2 enter 'Vaker_langs. esc", keys: "ctrl+k enter", most: 2,
		prepare: onCycle(func(y *account.Cycle) {
			y.Answers, y.KWIs, y.Assigned, y.Actions = nil, nil, nil, nil
		}),
		done: func(c account.Client, _ *drive.Driver) bool {
			k := c.Newest().KWIs
			return len(k) == 1 && k[0].WishedBy == "AA" && k[0].Expectation == "Vaker langs."
		},
	}, {
		name: "give it three questions", start: "enter 2 enter 'Vaker_langs. esc ctrl+k enter end", keys: "'Wij_zien_u_elke_maand. enter 'U_weet_wat_er_speelt. enter 'Wij_hoeven_niet_te_bellen. enter", most: 4,
		prepare: onCycle(func(y *account.Cycle) {
			y.Answers, y.KWIs, y.Assigned, y.Actions = nil, nil, nil, nil
		}),
		done: func(c account.Client, _ *drive.Driver) bool { return len(c.Newest().KWIs[0].Questions) == 4 },
	}, {
		name: "assign a row of the matrix", start: "enter 3", keys: "ctrl+r", most: 1,
		prepare: onCycle(func(y *account.Cycle) { y.Answers, y.Assigned = nil, nil }),
		done: func(c account.Client, _ *drive.Driver) bool {
			for _, r := range c.Participants(c.Newest()) {
				if !c.Newest().IsAssigned(r.Initials, account.QuestionCode{KWI: 1, Serial: 1}) {
					return false
				}
			}
			return true
		},
	}, {
		name: "an agreement with owner and date", start: "enter 5", keys: "n 'Workshop_plannen_@Kees_vrijdag_16:00 enter", most: 3,
		done: func(c account.Client, _ *drive.Driver) bool {
			a := lastAction(c)
			return a.Text == "Workshop plannen" && a.For == "KK" && a.Due == "2026-11-27T16:00"
		},
	}, {
		name: "mark it done with evidence", start: "enter 5", keys: "space 'De_klant_zei_het. enter", most: 3,
		done: func(c account.Client, _ *drive.Driver) bool {
			return c.Newest().Actions[0].Status == account.Done && c.Newest().Actions[0].Evidence == "De klant zei het."
		},
	}, {
		name: "last cycle's grade of a person", start: "enter end enter", keys: "", most: 0,
		prepare: func(c *account.Client) error {
			was := c.Newest().Clone()
			was.Name, was.Stage, was.Actions = "2010H2", account.Closed, nil
			was.Answers = map[account.Initials]account.Sheet{"KK": {{Question: account.QuestionCode{KWI: 2, Serial: 5}, Grade: 4}}}
			c.Cycles = append([]account.Cycle{was}, c.Cycles...)
			return nil
		},
		done: func(_ account.Client, d *drive.Driver) bool {
			return strings.Contains(d.Screen(), "2010H2") && strings.Contains(d.Screen(), "  4     ")
		},
	}, {
		name: "trend of a KWI", start: "enter end enter", keys: "alt+8 enter", most: 2,
		done: func(_ account.Client, d *drive.Driver) bool { return strings.Contains(d.Screen(), "02 Inspiratie") },
	}, {
		name: "with the client", start: "enter 5", keys: "M", most: 1,
		done: func(_ account.Client, d *drive.Driver) bool { return strings.Contains(d.Screen(), "NewMedia") },
	}, {
		name: "close the cycle, and have its minutes ready to write", start: "enter 7", keys: "g enter enter", most: 3,
		prepare: onCycle(func(y *account.Cycle) {
			y.Stage, y.Session, y.Meeting.Present = account.Session, "2026-11-20", []account.Initials{"KK"}
			y.Actions = nil
		}),
		done: func(c account.Client, d *drive.Driver) bool {
			return len(c.Cycles) == 2 && c.Cycles[0].Stage == account.Closed && strings.Contains(d.Screen(), "newmedia-2011H1-")
		},
	}, {
		name: "catch a sentence anywhere", start: "enter 8", keys: "ctrl+t 'Hij_wil_één_deur enter", most: 2,
		done: func(c account.Client, _ *drive.Driver) bool { return len(c.Caught) == 1 },
	},
}

// pressed presses keys and tells how many they were: the words of a text count
// for none.
func pressed(d *drive.Driver, keys string) (n int) {
	for _, key := range strings.Fields(keys) {
		if text, typed := strings.CutPrefix(key, "'"); typed {
			d.Type(strings.ReplaceAll(text, "_", " "))
			continue
		}
		d.Press(key)
		n++
	}
	return n
}

// TestKeysOfEveryTask counts the keys of what is done most with a client
// waiting.
func TestKeysOfEveryTask(t *testing.T) {
	for _, task := range tasks {
		s := stocked(t)
		if task.prepare != nil {
			elsewhere(t, s, task.prepare)
		}
		d, n := doing(t, s, task)
		if n > task.most {
			t.Errorf("%s takes %d keys, and %d are enough", task.name, n, task.most)
		}
		if c := kept(t, s, "newmedia"); !task.done(c, d) {
			t.Errorf("%s: not done:\n%s", task.name, d.Screen())
		}
		t.Logf("%-55s %d", task.name, n)
	}
}

func doing(t *testing.T, s store.Store, task task) (*drive.Driver, int) {
	d := knowing(t, s, "nl")
	pressed(d, task.start)
	return d, pressed(d, task.keys)
}
