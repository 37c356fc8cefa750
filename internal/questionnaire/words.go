package questionnaire

import (
	"strconv"
	"unicode/utf8"

	"kwi/internal/account"
	"kwi/internal/portable"
	"kwi/internal/text"
)

// words reads what is not graded: their own words, and recommending.
func (f *Found) words(r Return) {
	said := map[Key]Cell{}
	for _, a := range r.Asks {
		if a.Beside != "" {
			f.odd(a.Key, a.At, Beside, quoteForeign(a.Beside))
		}
		was, there := said[a.Key]
		switch {
		case a.Empty():
		case there && singleSpaced(was.Text) != singleSpaced(a.Text):
			f.refuse(a.Key, a.At, Twice, quoteForeign(was.Text), quoteForeign(a.Text))
		default:
			said[a.Key] = a.Cell
		}
	}
	for _, key := range letters() {
		c := said[key]
		if c.Formula {
			f.refuse(key, c.At, Computed)
			delete(said, key)
		} else if utf8.RuneCountInString(c.Text) > portable.BlockRoom {
			f.refuse(key, c.At, TooLong, strconv.Itoa(portable.BlockRoom))
			delete(said, key)
		}
	}
	f.remark = cleanAnswer(said[Remark])
	f.released = f.agrees(MayRead, said, f.remark != "", Unread)
	f.recommends(said)
}

// recommends reads the recommendation question with its companions. Where they
// did not say whether their name may stand with it, it does not.
func (f *Found) recommends(said map[Key]Cell) {
	n := account.NPS{Why: cleanAnswer(said[Why]), Pleased: cleanAnswer(said[Pleased]), Missed: cleanAnswer(said[Missed])}
	c := said[Score]
	written := text.Narrow(c.Text)
	if noAnswer(written) {
		f.odd(Score, c.At, NoAnswer, quoteForeign(c.Text))
		written = ""
	}
	if written == "" {
		if at := f.firstWords(said, Why, Pleased, Missed); at != "" && !f.refusedAny(Score) {
			f.refuse(Score, at, Unscored)
		}
		return
	}
	score, why := parseWhole(written)
	if why == "" && (score < 0 || score > 10) || why == OutOfScale {
		why = OffScale
	}
	if why != "" {
		f.refuse(Score, c.At, why, quoteForeign(c.Text))
		return
	}
	n.Score = score
	n.Anonymous = !f.agrees(Named, said, true, Unnamed)
	_, set, ok := parseYesNo(said[Named].Text)
	n.NameUnasked = !set || !ok
	f.nps = &n
	f.Items = append(f.Items, Item{Key: Score, At: c.At})
}

// agrees reads yes or no. Left open it is no, which is told where it matters.
func (f *Found) agrees(key Key, said map[Key]Cell, matters bool, open Ground) bool {
	yes, set, ok := parseYesNo(said[key].Text)
	switch {
	case !ok:
		f.refuse(key, said[key].At, NotYesNo, quoteForeign(said[key].Text))
	case !set && matters && !f.refusedAny(key):
		f.notice(open)
	}
	return ok && yes
}

func (f *Found) refuse(key Key, at string, why Ground, values ...string) {
	f.Items = append(f.Items, Item{Refused, account.QuestionCode{}, key, at, Reason{why, values}})
}

// refused reports whether the answer to a question was.
func (f *Found) refused(code account.QuestionCode, key Key) bool {
	for _, i := range f.Items {
		if i.Verdict == Refused && i.Code == code && i.Key == key {
			return true
		}
	}
	return false
}

func (f *Found) refusedAny(keys ...Key) bool {
	for _, key := range keys {
		if f.refused(account.QuestionCode{}, key) {
			return true
		}
	}
	return false
}

func (f *Found) odd(key Key, at string, why Ground, values ...string) {
	f.Items = append(f.Items, Item{Odd, account.QuestionCode{}, key, at, Reason{why, values}})
}

// firstWords is the place of the first of these that was filled in, "" where
// none was; one that says that there is no answer is noted as such.
func (f *Found) firstWords(said map[Key]Cell, keys ...Key) (at string) {
	for _, key := range keys {
		c := said[key]
		switch {
		case noAnswer(c.Text):
			f.odd(key, c.At, NoAnswer, quoteForeign(c.Text))
		case !c.Empty() && at == "":
			at = c.At
		}
	}
	return at
}

func cleanAnswer(c Cell) string {
	s, _ := Clean(c.Text)
	return s
}
