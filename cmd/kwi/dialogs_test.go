package main

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/store"
	"kwi/ui/kit"
)

// elsewhere changes the client as another window does.
func elsewhere(t testing.TB, s store.Store, change func(*account.Client) error) {
	t.Helper()
	d := desk.New(s, nonce)
	h, err := d.Open(context.Background(), "newmedia")
	if err == nil {
		h, err = h.Do(hand.Change{Label: hand.Label{Key: "agree.label.new"}, Apply: change, Told: hand.Told{Today: "2026-11-21", Words: account.SameQuestion}})
	}
	if err != nil {
		t.Fatal(err)
	}
	_, save, _ := h.Send()
	if _, _, err := d.Keep(context.Background(), save); err != nil {
		t.Fatal(err)
	}
}

// journey is a dialog that changes something that is there: how it is opened
// and filled in, and what happens to the same thing elsewhere meanwhile.
type journey struct {
	prepare func(*account.Client) error
	open    []string
	typed   []string
	mine    func(*account.Cycle) bool // what was typed is kept
	text    string                    // as it stands on the screen where it is not
	beside  func(*account.Client) error
	stays   func(*account.Cycle) bool // what was changed beside it is kept too
	same    func(*account.Client) error
	gone    func(*account.Client) error   // nil where it cannot go
	known   bool                          // it is known by its words, so that with other words it is gone
	inPlan  [2]func(*account.Plan) bool   // mine and stays, where it is about the plan of 2026
	ofAll   [2]func(*account.Client) bool // mine and stays, where it is about no cycle
	meets   bool                          // it is on a page of a meeting, where nothing is told of others
}

func (j journey) isMine(c account.Client) bool {
	if p := c.Plan(2026); j.inPlan[0] != nil {
		return j.inPlan[0](p)
	}
	if j.ofAll[0] != nil {
		return j.ofAll[0](&c)
	}
	return j.mine(c.Newest())
}

func (j journey) doesStay(c account.Client) bool {
	if p := c.Plan(2026); j.inPlan[1] != nil {
		return j.inPlan[1](p)
	}
	if j.ofAll[1] != nil {
		return j.ofAll[1](&c)
	}
	return j.stays(c.Newest())
}

func visit(y *account.Cycle, change func(*account.Visit)) {
	y.Visits = slices.Clone(y.Visits)
	change(&y.Visits[0])
}

func onCycle(change func(*account.Cycle)) func(*account.Client) error {
	return func(c *account.Client) error { change(c.Newest()); return nil }
}

func onAction(change func(*account.Action)) func(*account.Client) error {
	return func(c *account.Client) error {
		return c.ChangeAction("2011-01", account.Standard{}, "2026-11-21", change)
	}
}

// journeys are the dialogs by the function that makes them.
var journeys = joined(cycleJourneys, measureJourneys, realiseJourneys, planJourneys, libraryJourneys, inspirationJourneys, turnJourneys)

var cycleJourneys = map[string]journey{
	"ui/part/agree/dialog.go dialog": {
		open: []string{"5", "enter"}, typed: []string{"!"}, text: "moet weten.!",
		mine:   func(y *account.Cycle) bool { return strings.HasSuffix(y.Actions[0].Text, "!") },
		beside: onAction(func(a *account.Action) { a.Status, a.Due = account.Done, "2027-01-15" }),
		stays: func(y *account.Cycle) bool {
			return y.Actions[0].Status == account.Done && y.Actions[0].Due == "2027-01-15"
		},
		same: onAction(func(a *account.Action) { a.Text = "Elders bedacht." }),
		gone: onCycle(func(y *account.Cycle) { y.Actions = slices.Clone(y.Actions)[1:] }),
	},
	"ui/part/agree/together.go together": {
		meets: true, open: []string{"M", "enter", "esc", pageKey(kit.MeetAgreements), "enter"}, typed: []string{"!"}, text: "moet weten.!",
		mine:   func(y *account.Cycle) bool { return strings.HasSuffix(y.Actions[0].Text, "!") },
		beside: onAction(func(a *account.Action) { a.Due = "2027-01-15" }),
		stays:  func(y *account.Cycle) bool { return y.Actions[0].Due == "2027-01-15" },
		same:   onAction(func(a *account.Action) { a.Text = "Elders bedacht." }),
	},
	"ui/screen/meet/presenter/acts.go minutes": {
		prepare: inSession, meets: true, open: []string{"M", "enter", pageKey(kit.MeetSession), "right", "enter"}, typed: []string{"ctrl+u", "7"}, text: "7",
		mine:   func(y *account.Cycle) bool { return y.Agenda()[0].Minutes == 7 },
		beside: func(c *account.Client) error { return c.PlanItem("2011H1", account.Closing, 20) },
		stays:  func(y *account.Cycle) bool { return y.Agenda()[4].Minutes == 20 },
		same:   func(c *account.Client) error { return c.PlanItem("2011H1", account.Welcome, 9) },
	},
	"ui/screen/meet/presenter/next.go sharpening": {
		prepare: inSession, meets: true, open: []string{"7", "enter", "M", "enter", "s"}, typed: []string{"!"}, text: "Kennisborging!",
		mine:   func(y *account.Cycle) bool { return y.Coming(1).Title == "Kennisborging!" },
		beside: sharpened(func(n *account.NextKWI) { n.Target = 900 }),
		stays:  func(y *account.Cycle) bool { return y.Coming(1).Target == 900 },
		same:   sharpened(func(n *account.NextKWI) { n.Title = "Elders bedacht" }),
	},
	"ui/screen/meet/presenter/grade.go regrading": {
		prepare: inSession, meets: true, open: []string{"7", "enter", "M", "enter", "W", "g", "enter", "r", "enter", "enter"}, typed: []string{"ctrl+u", "3"}, text: "3",
		mine:   func(y *account.Cycle) bool { return first(y).Grade == 3 && len(y.Corrections) > 0 },
		beside: func(c *account.Client) error { return c.PlanItem("2011H1", account.Closing, 20) },
		stays:  func(y *account.Cycle) bool { return y.Agenda()[4].Minutes == 20 },
		same: onCycle(func(y *account.Cycle) {
			y.Answers["AA"] = y.Answers["AA"].With(account.Answer{Question: first(y).Question, Grade: 4})
		}),
	},
	"ui/screen/meet/presenter/next.go changing": {
		prepare: func(c *account.Client) error {
			_ = inSession(c)
			return c.AgreeKWI("2011H1", account.NextKWI{Title: "Nieuw", Expectation: "Woorden"}, account.Standard{})
		},
		meets: true, open: append(append([]string{"M", "enter", pageKey(kit.MeetSession), "end", "space"}, slices.Repeat([]string{"pgdown"}, 40)...), "pgup", "enter"), typed: []string{"tab", "!"}, text: "Woorden!",
		mine: func(y *account.Cycle) bool {
			return len(y.Meeting.Next) == 1 && y.Meeting.Next[0].Expectation == "Woorden!"
		},
		beside: agreedAnew(func(n *account.NextKWI) { n.Target = 900 }),
		stays:  func(y *account.Cycle) bool { return y.Meeting.Next[0].Target == 900 },
		same:   agreedAnew(func(n *account.NextKWI) { n.Expectation = "Elders bedacht" }),
	},
	"ui/screen/session/meeting.go record": {
		prepare: onCycle(func(y *account.Cycle) { y.Meeting.Notes = []string{"Wij gaan door."} }),
		open:    []string{"7", "tab", "home", "down", "down", "down", "down", "down", "enter"}, typed: []string{"!"}, text: "Wij gaan door.!",
		mine:   func(y *account.Cycle) bool { return slices.Contains(y.Meeting.Notes, "Wij gaan door.!") },
		beside: onCycle(func(y *account.Cycle) { y.Meeting.Notes = append([]string{"Eerst dit."}, y.Meeting.Notes...) }),
		stays: func(y *account.Cycle) bool {
			return slices.Contains(y.Meeting.Notes, "Eerst dit.") && len(y.Meeting.Notes) == 2
		},
		same: onCycle(func(y *account.Cycle) { y.Meeting.Notes = []string{"Elders bedacht."} }), known: true,
		gone: onCycle(func(y *account.Cycle) { y.Meeting.Notes = nil }),
	},
	"ui/screen/testkwis/change.go reword": {
		prepare: onCycle(unsent),
		open:    []string{"3", "enter"}, typed: []string{"!"}, text: "!",
		mine: func(y *account.Cycle) bool {
			return slices.ContainsFunc(y.KWIs, func(k account.KWI) bool {
				return slices.ContainsFunc(k.Questions, func(q account.Question) bool { return strings.HasSuffix(q.Text, "!") })
			})
		},
		beside: onCycle(func(y *account.Cycle) { y.KWIs[0].Title = "Elders bedacht" }),
		stays:  func(y *account.Cycle) bool { return y.KWIs[0].Title == "Elders bedacht" },
		same: onCycle(func(y *account.Cycle) {
			k := &y.KWIs[0]
			k.Questions[0].Text = "Elders bedacht."
		}),
	},
	"ui/screen/testkwis/change.go testedOn": {
		prepare: func(c *account.Client) error { return c.TestWith("2011H1", "AA", "2026-11-11") },
		open:    []string{"3", "d"}, typed: []string{"ctrl+u", "1", "2", "-", "1", "1", "-", "2", "0", "2", "6"}, text: "12-11-2026",
		mine:   func(y *account.Cycle) bool { return y.Tested["AA"] == "2026-11-12" },
		beside: func(c *account.Client) error { return c.TestWith("2011H1", "BB", "2026-11-10") },
		stays:  func(y *account.Cycle) bool { return y.Tested["BB"] == "2026-11-10" },
		same:   func(c *account.Client) error { return c.TestWith("2011H1", "AA", "2026-11-09") },
	},
	"ui/part/agree/ask.go AskEvidence": {
		open: []string{"5", "space"}, typed: []string{"J", "a"}, text: "Ja",
		mine: func(y *account.Cycle) bool {
			return y.Actions[0].Evidence == "Ja" && y.Actions[0].Status == account.Done
		},
		beside: onAction(func(a *account.Action) { a.Due = "2027-01-15" }),
		stays:  func(y *account.Cycle) bool { return y.Actions[0].Due == "2027-01-15" },
		same:   onAction(func(a *account.Action) { a.Evidence = "Elders gezien." }),
		gone:   onCycle(func(y *account.Cycle) { y.Actions = slices.Clone(y.Actions)[1:] }),
	},
	"ui/part/bring/word.go Word": {
		prepare: func(c *account.Client) error { return c.SayPersonally("2011H1", "AA", "Fijn") },
		open:    []string{"4", "home", "p"}, typed: []string{"!"}, text: "Fijn!",
		mine:   func(y *account.Cycle) bool { return y.PersonalWords["AA"] == "Fijn!" },
		beside: func(c *account.Client) error { return c.SayPersonally("2011H1", "BB", "Dank") },
		stays:  func(y *account.Cycle) bool { return y.PersonalWords["BB"] == "Dank" },
		same:   func(c *account.Client) error { return c.SayPersonally("2011H1", "AA", "Elders bedacht.") },
	},
	"ui/screen/communicate/change.go noteDay": {
		prepare: func(c *account.Client) error { return c.Confirm("2011H1", "AA", "2026-11-11") },
		open:    []string{"4", "home", "f"}, typed: []string{"ctrl+u", "1", "2", "-", "1", "1", "-", "2", "0", "2", "6"}, text: "12-11-2026",
		mine:   func(y *account.Cycle) bool { return y.Confirmed["AA"] == "2026-11-12" },
		beside: func(c *account.Client) error { return c.Confirm("2011H1", "BB", "2026-11-10") },
		stays:  func(y *account.Cycle) bool { return y.Confirmed["BB"] == "2026-11-10" },
		same:   func(c *account.Client) error { return c.Confirm("2011H1", "AA", "2026-11-09") },
	},
}

// inSession is a client whose session goes on, of whom two answered.
func inSession(c *account.Client) error {
	y := c.Newest()
	y.Stage = account.Session
	y.Assigned["AA"], y.Answers["AA"] = slices.Clone(y.Assigned["KK"]), slices.Clone(y.Answers["KK"])
	return nil
}

func sharpened(change func(*account.NextKWI)) func(*account.Client) error {
	return func(c *account.Client) error { return c.SharpenKWI("2011H1", 1, change) }
}

func agreedAnew(change func(*account.NextKWI)) func(*account.Client) error {
	return func(c *account.Client) error { return c.ChangeAgreed("2011H1", "Nieuw", change) }
}

// first is the first answer of AA.
func first(y *account.Cycle) account.Answer { return y.Answers["AA"][0] }

// newThings are the dialogs that change nothing that is there, and why a
// change elsewhere cannot meet theirs.
var newThings = map[string]string{
	"ui/part/papers/papers.go dialog": "asks where a document goes", "ui/part/papers/letters.go letters": "asks where letters go", "ui/part/papers/pack.go pack": "asks where the papers for a session go", "ui/part/papers/mail.go confirm": "sends letters",
	"ui/part/bring/flow.go dialog": "asks where lists go", "ui/part/bring/talk.go talkDialog": "asks where lists go", "ui/part/bring/who.go whoIsWho": "asks who is in a table, which is held against the client once more when it is kept", "ui/part/bring/flow.go confirm": "sends letters", "ui/part/bring/flow.go confirmAgain": "sends letters", "ui/part/bring/back.go whichFiles": "asks which files to read", "ui/part/bring/tablefile.go whichTable": "asks which table to read", "ui/part/bring/columns.go whichColumns": "asks what the columns of a table are, which is held against the client once more when it is kept",
	"ui/part/erasing/erasing.go begin": "asks how somebody is erased, and changes nothing", "ui/part/erasing/text.go text": "asks what becomes of a text, which is looked for once more when it is done", "ui/part/erasing/sure.go sure": "erases, which reads everything anew when it is done: see TestAPersonIsErasedFromTheirRow",
	"ui/part/agree/line.go lineOf": "adds an action", "ui/part/agree/tell.go askTold": "adds who was told, and takes off whom the user took off", "ui/part/catching/line.go line": "adds what is caught", "ui/part/catching/line.go dialog": "adds what is caught, or changes one that is known by all its words", "ui/part/catching/sort.go toKWI": "adds a KWI", "ui/screen/realise/ideas.go place": "adds an action", "ui/screen/realise/talkline.go askTalk": "adds a conversation", "ui/screen/portfolio/begin.go begin": "begins a client", "ui/screen/portfolio/begin.go putAway": "confirms one word", "ui/screen/measure/sent.go askSent": "adds a day", "ui/screen/measure/chaseline.go askAsked": "adds that somebody was asked", "ui/screen/measure/chaseline.go askedDialog": "adds that somebody was asked, or changes what is known by all its words", "ui/screen/measure/colour.go askHow": "notes a day, as noteDay does", "ui/screen/measure/excuse.go excuse": "adds a reason", "ui/screen/measure/analysis.go findingDialog": "adds what a colleague said",
	"ui/screen/initialise/people.go askSponsor": "confirms one word", "ui/screen/communicate/change.go forEach": "confirms one word", "ui/screen/testkwis/change.go turnMany": "confirms one word", "ui/screen/initialise/people.go askWilling": "notes a day, as noteDay does",
	"ui/screen/meet/presenter/next.go agreeing": "adds a KWI", "ui/screen/meet/presenter/next.go deciding": "adds a decision",
	"ui/screen/initialise/leave.go newLeaving": "moves what is open, which is looked for once more when it is done: see TestARespondentIsReplacedWhileListsAreOut", "ui/screen/initialise/responsible.go removeColleague": "moves what is open, which is looked for once more when it is done",
	"ui/screen/initialise/responsible.go askResponsible": "confirms one word", "ui/screen/initialise/twins.go pointAtTwins": "confirms one word", "ui/screen/initialise/twins.go askJoin": "makes one of two, which are held against the client once more when it is done",
	"ui/screen/initialise/added.go respondentDialog": "adds somebody", "ui/screen/initialise/added.go newRespondent": "adds somebody", "ui/screen/initialise/added.go newColleague": "adds somebody", "ui/screen/initialise/added.go winSponsor": "adds an action",
	"ui/screen/initialise/choice.go update": "adds an argument", "ui/screen/session/meeting.go newRecord": "adds a line", "ui/screen/communicate/change.go change": "adds a day",
	"ui/screen/draft/make.go askKWI": "adds a KWI", "ui/part/me.go meForm": "asks nothing of a client", "ui/screen/draft/turn.go dropKWI": "takes a KWI out, with why", "ui/screen/draft/turn.go takeUp": "puts a KWI back, with why", "ui/screen/draft/turn.go renewKWI": "adds a KWI", "ui/screen/draft/turn.go before": "confirms one word",
	"ui/screen/draft/merge.go mergeKWIs": "makes a KWI of two, which is held against the client once more when it is done: see TestTwoWindowsOverAMerge", "ui/screen/draft/split.go splitKWI": "makes two KWIs of one, which is held against the client once more when it is done",

	"ui/screen/scan/ask.go ask": "is of no client: see TestTwoWindowsOnOneScan", "ui/screen/scan/ask.go removeOne": "confirms one word", "ui/screen/scan/ask.go forget": "confirms one word",
	"ui/screen/library/own.go newDialog": "adds an entry", "ui/screen/library/own.go ownDialog": "is of no client: see TestTwoWindowsOnOneOwnEntry", "ui/screen/library/own.go askRemove": "confirms one word",
	"ui/part/moving/moving.go AskDay": "asks for a day, of which it is shown first what follows: see TestTheSessionMovesFromAnywhere", "ui/part/moving/together.go AskTogether": "asks for a day, which is shown before it is kept: see TestTheSessionMovesTogether", "ui/part/approach.go AskApproach": "confirms one word", "ui/screen/initialise/value.go askPut": "notes a day, as noteDay does", "ui/screen/realise/brought.go askTold": "notes a day, as noteDay does", "ui/screen/draft/quick.go mailBack": "adds a day",
	"ui/screen/plan/dialog.go askRemove": "confirms one word", "ui/screen/plan/dialog.go actionLine": "adds an action",
}

// A dialog that neither has a journey here nor says why it needs none fails.
func TestEveryDialogHasItsJourney(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir("../../ui", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "ui/kit/kittest") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			ast.Inspect(fn, func(n ast.Node) bool {
				lit, ok := n.(*ast.CompositeLit)
				if !ok {
					return true
				}
				if sel, ok := lit.Type.(*ast.SelectorExpr); ok && slices.Contains([]string{"FormDialog", "Ask", "Confirm", "Day"}, sel.Sel.Name) {
					seen[strings.TrimPrefix(filepath.ToSlash(path), "../../")+" "+fn.Name.Name] = true
				}
				return true
			})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for at := range seen {
		_, told := newThings[at]
		if _, ok := journeys[at]; !ok && !told && strings.Count(at, "/") > 1 { // the root's own ask nothing of a client
			t.Errorf("%s makes a dialog without a journey with two windows", at)
		}
	}
	for at := range journeys {
		if !seen[at] {
			t.Errorf("there is no dialog in %s", at)
		}
	}
}

func TestTwoWindowsInEveryDialog(t *testing.T) {
	for at, j := range journeys {
		t.Run(strings.ReplaceAll(at, "/", "."), func(t *testing.T) {
			begin := func() (store.Store, *pane) {
				s := stocked(t)
				if j.prepare != nil {
					elsewhere(t, s, j.prepare)
				}
				w := openWindow(t, s)
				for _, k := range slices.Concat([]string{"enter"}, j.open, j.typed) {
					w.press(k)
					w.settle()
				}
				return s, w
			}
			client := func(s store.Store) account.Client { return kept(t, s, "newmedia") }
			for _, heard := range []bool{true, false} {
				meanwhile := func(change func(*account.Client) error) (store.Store, *pane) {
					s, w := begin()
					elsewhere(t, s, change)
					if heard {
						settleAll(t, s, w)
					}
					return s, w
				}
				keep := func(s store.Store, w *pane) string {
					w.press("ctrl+s")
					settleAll(t, s, w)
					return strings.Join(strings.Fields(w.screen()), " ")
				}
				s, w := meanwhile(j.beside)
				screen := keep(s, w)
				if c := client(s); !j.isMine(c) || !j.doesStay(c) {
					t.Errorf("heard %v, changed beside it: kept %v, the other's stays %v\n%s", heard, j.isMine(c), j.doesStay(c), w.screen())
				}
				if strings.Contains(screen, "elders") || strings.Contains(screen, "Iemand anders") {
					t.Errorf("heard %v, changed beside it, and it is told:\n%s", heard, w.screen())
				}
				s, w = meanwhile(j.same)
				switch screen = keep(s, w); {
				case j.known:
					if j.isMine(client(s)) || !strings.Contains(screen, "er niet meer") || !strings.Contains(screen, j.text) {
						t.Errorf("heard %v, other words: not told, or the text is lost\n%s", heard, w.screen())
					}
				case heard:
					if j.isMine(client(s)) || !strings.Contains(screen, "intussen elders gewijzigd") {
						t.Errorf("replaced unsaid\n%s", w.screen())
					}
					if keep(s, w); !j.isMine(client(s)) {
						t.Errorf("the user decided, and it is not kept\n%s", w.screen())
					}
				default:
					told := "Iemand anders wijzigde dit tegelijk"
					if j.meets {
						told = "Er is iets bijgewerkt."
					}
					if !j.isMine(client(s)) || !strings.Contains(screen, told) {
						t.Errorf("unheard, the same: not told\n%s", w.screen())
					}
				}
				if j.gone == nil {
					continue
				}
				s, w = meanwhile(j.gone)
				if screen = keep(s, w); !strings.Contains(screen, "er niet meer") || !strings.Contains(screen, j.text) {
					t.Errorf("heard %v, gone: not told, or the text is lost\n%s", heard, w.screen())
				}
			}
		})
	}
}

// A talk that both windows note is one.
func TestTheSameTalkNotedTwiceIsOne(t *testing.T) {
	s := stocked(t)
	one, two := openWindow(t, s), openWindow(t, s)
	for _, w := range []*pane{one, two} {
		for _, k := range []string{"enter", "5", "tab", "n", "tab", "tab", "H", "i", "ctrl+s"} {
			w.press(k)
			if k != "ctrl+s" {
				w.settle()
			}
		}
	}
	settleAll(t, s, one, two)
	c := kept(t, s, "newmedia")
	if v := c.Newest().Visits; len(v) != 1 || v[0].Note != "Hi" {
		t.Errorf("noted are %+v\n%s", v, two.screen())
	}
}
