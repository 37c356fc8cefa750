package presenter

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/score"
	"kwi/ui/kit"
)

// page is one page of the session.
type page struct {
	item account.AgendaItem
	kind pageKind
	of   string // the KWI, the agreement or the respondent that it is about, or ""
}

// pageKind is what stands on a page.
type pageKind string

const (
	presentPage  pageKind = "present"
	agendaPage   pageKind = "agenda"
	keptPage     pageKind = "kept" // how much of what was agreed was done
	donePage     pageKind = "done" // one agreement to look back on
	totalPage    pageKind = "total"
	coursePage   pageKind = "course" // the trend of the total
	withheldPage pageKind = "withheld"
	kwiPage      pageKind = "kwi"
	trendPage    pageKind = "trend"
	remarkPage   pageKind = "remark"
	ideasPage    pageKind = "ideas"
	countPage    pageKind = "count"
	agreedPage   pageKind = "agreed" // one agreement to read back
	decidedPage  pageKind = "decided"
	nextPage     pageKind = "next"  // KWIs of the next cycle
	listPage     pageKind = "list"  // all agreements
	gradePage    pageKind = "grade" // of a dialogue, a question with its grades
	valuePage    pageKind = "value" // and the value question anew
)

// place is how a place tells the page.
func (p page) place() string {
	if p.of == "" {
		return string(p.kind)
	}
	return string(p.kind) + "/" + p.of
}

// pages are all pages of the session as it stands. What is planned to take no
// time is left out, but for the welcome.
func pages(f *kit.Frame) (out []page) {
	y := f.Y()
	if y == nil {
		return nil
	}
	if f.Client.Approach == account.Simple {
		return dialogue(f, y)
	}
	for _, planned := range y.Agenda() {
		if planned.Minutes > 0 || planned.Item == account.Welcome {
			out = append(out, pagesOf(f, y, planned.Item)...)
		}
	}
	return out
}

func pagesOf(f *kit.Frame, y *account.Cycle, item account.AgendaItem) (out []page) {
	add := func(kind pageKind, of string) { out = append(out, page{item, kind, of}) }
	switch {
	case item == account.Welcome:
		add(presentPage, "")
		add(agendaPage, "")
	case item == account.LookBack:
		back := f.Client.LookBack(y, f.Today)
		if len(back) > 0 {
			add(keptPage, "")
		}
		for _, a := range back {
			add(donePage, a.Number)
		}
	case !y.Common():
	case item == account.Result:
		addResults(f, y, add)
	case item == account.Onwards:
		add(ideasPage, "")
		if len(y.Meeting.Ideas) > 0 {
			add(countPage, "")
		}
	case item == account.Closing:
		for _, a := range toDo(f) {
			add(agreedPage, a.Number)
		}
		if len(y.Meeting.Decisions) > 0 {
			add(decidedPage, "")
		}
		if len(y.Meeting.Next) > 0 {
			add(nextPage, "")
		}
		add(listPage, "")
	}
	return out
}

func addResults(f *kit.Frame, y *account.Cycle, add func(pageKind, string)) {
	t := f.Scores.Table(y.Name)
	if t.Total.Sums.Score().OK() {
		add(totalPage, "")
		if figures(f.Scores.Trend(0, y.Name)) > 1 {
			add(coursePage, "")
		}
	}
	if t.Withheld {
		add(withheldPage, "")
	}
	for _, k := range y.KWIs {
		line := t.Line(k.Code)
		if !line.Sums.Score().OK() {
			continue
		}
		add(kwiPage, k.Code.String())
		if figures(f.Scores.Trend(k.Code, y.Name)) > 1 {
			add(trendPage, k.Code.String())
		}
	}
	for _, r := range remarks(f) {
		add(remarkPage, string(r.who))
	}
}

// figures is how many cycles of a trend have one.
func figures(trend []score.Point) (n int) {
	for _, p := range trend {
		if p.Score.OK() {
			n++
		}
	}
	return n
}

// said is a remark that may be read out, and by whom; who is nobody where no
// name stands beside it.
type said struct {
	who  account.Initials
	text string
}

// remarks are those that were released, in the client's order.
func remarks(f *kit.Frame) (out []said) {
	y := f.Y()
	for _, r := range f.Client.Respondents {
		if v := y.Voice(r.Initials); v.Aloud && v.Remark != "" {
			out = append(out, said{r.Initials, v.Remark})
		}
	}
	for i, r := range y.NamelessRemarks() {
		if r.Released {
			out = append(out, said{account.Initials("·" + f.Words.Int(i+1)), r.Text})
		}
	}
	return out
}

// toDo are the agreements to read back.
func toDo(f *kit.Frame) []account.Action { return f.Client.ToDo(f.Y(), f.Today) }

// kwiOf is the KWI that a page is about, or nil.
func (p page) kwiOf(f *kit.Frame) *account.KWI {
	code, ok := account.ParseKWICode(p.of)
	if !ok || !slices.Contains([]pageKind{kwiPage, trendPage}, p.kind) {
		return nil
	}
	return f.Y().KWI(code)
}
