package draft

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// talkScreen is what is open: the notes of the talk with one respondent and, on its
// other side, their KWI. A joint KWI has no talk.
type talkScreen struct {
	open  bool
	who   account.Initials
	kwi   account.KWICode // of a joint one
	words bool            // the KWI is in front
	notes widget.Form
	form  widget.Form // of the KWI
	fresh freshEntry
}

// opened is the talk with a respondent, or where there is none the joint KWI.
func opened(who account.Initials, kwi account.KWICode) talkScreen {
	if who != "" {
		of := widget.Form{Of: string(who)}
		return talkScreen{open: true, who: who, notes: of, form: of}
	}
	return talkScreen{open: kwi != 0, kwi: kwi, form: widget.Form{Of: "KWI " + kwi.String()}}
}

// filling reports whether a field is open, or the form goes on being filled in.
func (t *talkScreen) filling() bool { return t.notes.Typing() || t.form.Typing() }

// onKWI reports whether the KWI is in front.
func (t *talkScreen) onKWI() bool { return t.words || t.who == "" }

// talkSides are what the two sides are called.
func talkSides(f *kit.Frame) []string {
	if isQuick(f) {
		return []string{f.T("draft.side.talk"), f.T("draft.side.questions")}
	}
	return []string{f.T("draft.side.talk"), f.T("draft.side.kwi")}
}

// side is the side in front.
func (t *talkScreen) side() int {
	if t.onKWI() {
		return 1
	}
	return 0
}

// of is the KWI that the talk is about, or nil.
func (t *talkScreen) of(f *kit.Frame) *account.KWI {
	if t.who == "" {
		return f.Y().KWI(t.kwi)
	}
	return f.Y().WishOf(t.who)
}

// inFront is the form in front with its fields.
func (t *talkScreen) inFront(f *kit.Frame) (*widget.Form, []widget.Field) {
	if t.onKWI() {
		return &t.form, t.kwiFields(f)
	}
	return &t.notes, t.noteFields(f)
}

func (t *talkScreen) acts(f *kit.Frame) []kit.Act {
	form, fields := t.inFront(f)
	acts := form.Acts(*f, fields)
	add := kit.Act{ID: "new", Keys: keys.New, Name: f.T("draft.act.note")}
	if t.onKWI() {
		add.Name = f.T("draft.act.question")
	}
	if form.Typing() && !t.onKWI() {
		return append(acts, kit.Act{ID: "make", Keys: keys.Make, Name: f.T("draft.act.make"), Why: part.OneWish(f, t.who)}, add)
	}
	if form.Typing() {
		return append(acts, add)
	}
	at := form.Field(fields)
	turn := widget.Sides(talkSides(f), t.side())
	inspire := kit.Act{ID: "inspire", Keys: keys.Inspire, Name: f.T("draft.act.inspire")}
	k := t.of(f)
	switch {
	case !t.onKWI():
		make := kit.Act{ID: "make", Keys: keys.Make, Name: f.T("draft.act.make"), Why: part.OneWish(f, t.who)}
		away := kit.Act{ID: "away", Keys: keys.Remove, Name: f.T("draft.act.away"), Hidden: true}
		_, noted := t.note(f, at.ID)
		first := []kit.Act{make, turn[0], add}
		if !noted {
			away.Why = f.T("draft.why.nonote")
			first = []kit.Act{add, turn[0], make} // there is nothing yet that becomes a KWI
		}
		acts = append(append(acts, first...), inspire, away, turn[1], t.shareAct(f, at.ID))
	case k == nil && t.isQuick(f):
		acts = append(acts, add, turn[0], turn[1], inspire)
	case k == nil:
		acts = append(acts, kit.Act{ID: "make", Keys: keys.MakeHere, Name: f.T("draft.act.make")}, turn[0], inspire, turn[1])
	default:
		why := dropWhy(f, k.Code)
		away := kit.Act{ID: "away", Keys: keys.Remove, Name: f.T("draft.act.drop"), Why: why}
		if isQuestion(at.ID) {
			away.Name, away.Why = f.T("draft.act.away"), t.questionWhy(f, at.ID)
		}
		renew := kit.Act{ID: "renew", Keys: keys.Renew, Name: f.T("draft.act.renew"), Why: why}
		if t.who == "" {
			acts = append(acts, add, away, renew, inspire)
		} else {
			acts = append(acts, turn[0], add, away, renew, inspire, turn[1])
		}
		acts = append(acts, turnActs(f, k.Code, true)...)
	}
	if t.who != "" {
		acts = append(acts, t.promiseAct(f))
	}
	return append(acts, kit.Act{ID: "close", Keys: keys.Back, Name: f.T("draft.act.close"), Hidden: true})
}

// update answers a message. A talk whose respondent or KWI is there no more
// closes by itself.
func (t *talkScreen) update(f *kit.Frame, msg tea.Msg) kit.Outcome {
	if t.who != "" && f.Client.Respondent(t.who) == nil || t.who == "" && t.of(f) == nil {
		*t = talkScreen{}
		return kit.Outcome{}
	}
	form, fields := t.inFront(f)
	at := form.Field(fields)
	switch msg {
	case kit.Do("close"):
		*t = talkScreen{}
		return kit.Outcome{}
	case widget.DoSide, widget.DoSideBack:
		t.words = !t.words
		return kit.Outcome{}
	case kit.Do("make"):
		return t.make(f, at)
	case kit.Do("new"):
		return t.begin(f)
	case kit.Do("inspire"):
		return kit.Outcome{Ask: t.inspire(f, at.ID)}
	case kit.Do("promise"):
		return kit.Outcome{Ask: t.askPromise(f)}
	case kit.Do("share"):
		return t.share(f, at.ID)
	case kit.Do("away"):
		return t.away(f, at.ID)
	case kwiMade{}:
		t.words = t.who != ""
		t.form = t.form.On("expectation")
		return kit.Outcome{}
	}
	if k := t.of(f); k != nil {
		if out, mine := turn(f, msg, k.Code); mine {
			return out
		}
	}
	if taken, is := msg.(exampleTaken); is {
		t.words = true
		for _, q := range t.of(f).Questions {
			if q.Text == taken.text {
				t.form = t.form.On(q.Code.String())
			}
		}
		return kit.Outcome{}
	}
	switch text, isText := keys.Text(msg); {
	case isText && !form.Typing():
		return t.write(f, msg, text)
	case form.EndsLine(msg) && t.isLine(at.ID):
		if strings.TrimSpace(form.Text(at)) != "" {
			return t.begin(f)
		}
		if t.onKWI() {
			msg = widget.DoDone // an empty line ends the questions
		}
	}
	return t.pass(f, msg)
}

// pass gives a message to the form in front.
func (t *talkScreen) pass(f *kit.Frame, msg tea.Msg) kit.Outcome {
	form, fields := t.inFront(f)
	next, out, _ := form.Update(*f, fields, msg)
	*form = next
	t.settle(f, fields, out)
	return out
}

// view draws the side in front, with what to ask beside or below it.
func (t *talkScreen) view(f *kit.Frame) kit.Page {
	if t.who != "" && f.Client.Respondent(t.who) == nil || t.who == "" && t.of(f) == nil {
		return kit.Page{}
	}
	lines := []string{t.head(f), t.legend(f)}
	h := f.H - len(lines)
	if t.onKWI() && t.of(f) == nil && !t.isQuick(f) {
		lines = append(lines, part.Empty(f, f.T("draft.nokwi", part.NameOf(f, t.who)), f.T("draft.nokwi.how")))
		for _, p := range []string{guideOf(f).Said("draft.rank"), guideOf(f).ValueQuestion().Question} {
			lines = append(lines, append([]string{""}, faintLines(f, quoteForClient(p), f.W)...)...)
		}
		return kit.Page{Body: cells.Block(cells.Lines(strings.Join(lines, "\n")), f.W, f.H)}
	}
	form, fields := t.inFront(f)
	at := form.Field(fields)
	at.Value = form.Text(at) // a word is noticed while it is typed
	asked := t.asked(f, at)
	for i := range fields {
		fields[i].Why = "" // it is said with what to ask
		if fields[i].ID == at.ID && isFresh(at.ID) && fields[i].Hint == "" {
			fields[i].Hint = f.T("draft.note.hint")
		}
	}
	var p kit.Page
	if f.W >= probeBeside {
		p = form.View(*f, fields, f.W-probeWidth-4, h)
		p.Body = cells.Columns(p.Body, f.W-probeWidth-4, strings.Join(drawProbe(f, asked, probeWidth, h), "\n"), probeWidth, 4)
	} else {
		p = form.View(*f, fields, f.W, h-probeBelow-1)
		p.Body += "\n\n" + strings.Join(drawProbe(f, asked, f.W, probeBelow), "\n")
	}
	p.Body = strings.Join(lines, "\n") + "\n" + p.Body
	if p.Cursor != nil {
		c := *p.Cursor
		c.Y += len(lines)
		p.Cursor = &c
	}
	return p
}

// Where there is room, what to ask stands beside the fields; else on so many
// lines below them.
const (
	probeBeside = 112
	probeWidth  = 38
	probeBelow  = 3
)

// head tells who is spoken to and which side is in front.
func (t *talkScreen) head(f *kit.Frame) string {
	if t.who == "" {
		return f.Theme.Strong.Render(cells.Line(f.T("draft.joint.head", t.kwi.String()), f.W))
	}
	r := f.Client.Respondent(t.who)
	tabs := part.Tabs(f.Theme, talkSides(f), t.side())
	w := max(f.W-cells.Width(tabs)-2, 0)
	name := cells.Line(strings.TrimSpace(r.Name+" ("+string(t.who)+")"), w)
	left := f.Theme.Strong.Render(name)
	if rest := w - cells.Width(name) - 2; r.Function != "" && rest > 8 {
		left += "  " + f.Theme.Faint.Render(cells.Line(r.Function, rest))
	}
	return cells.Pad(left, w) + "  " + tabs
}
