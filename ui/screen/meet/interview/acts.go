package interview

import (
	"slices"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// Acts are what can be done on the page.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	var acts []kit.Act
	s = s.woken(&f)
	switch {
	case f.Y() == nil, f.Y().Stage == account.Closed:
		return nil
	case !s.ready(&f):
		acts = []kit.Act{{ID: "open", Looks: true, Keys: keys.Open, Name: f.T("meet.interview.act.open")}}
	default:
		acts = append(append(s.pageActs(&f), s.turnActs(&f)...), s.inspireActs(&f)...)
	}
	for i := range acts {
		acts[i].Together = true
	}
	return acts
}

// turnActs are to turn to another page, or to another question on this one.
func (s *Screen) turnActs(f *kit.Frame) []kit.Act {
	next := kit.Act{ID: "next", Looks: true, Keys: keys.NextPart, Name: f.T("meet.interview.act.next")}
	before := kit.Act{ID: "before", Looks: true, Keys: keys.LastPart, Name: f.T("meet.interview.act.before")}
	if s.page.place(f) <= 0 {
		before.Why = f.T("meet.interview.begins")
	}
	if s.page.place(f) == len(pagesOf(f))-1 {
		next.Why = f.T("meet.interview.ends")
	}
	acts := []kit.Act{next, before}
	if s.page.writes() && len(s.asked(f)) > 1 && s.empty(f) {
		other, earlier := f.T("meet.interview.act.question"), f.T("meet.interview.act.earlier")
		if s.page == asking {
			other, earlier = f.T("meet.interview.act.example"), f.T("meet.interview.act.lastexample")
		}
		if s.page == promising {
			other, earlier = f.T("meet.interview.act.otherpromise"), f.T("meet.interview.act.otherpromise")
		}
		acts = append(acts, kit.Act{ID: "other", Looks: true, Keys: keys.Forward, Name: other}, kit.Act{ID: "earlier", Looks: true, Keys: keys.Backward, Name: earlier})
	}
	return acts
}

// empty reports whether nothing stands on the line in hand but the day of the
// promise that was made, so that the arrows are free.
func (s *Screen) empty(f *kit.Frame) bool {
	at := s.form.Field(s.fields(f))
	if typed := s.typedDay(f); s.page == promising && typed != "" {
		p, standing := s.standing(f)
		day, err := f.Words.ParseDate(typed, f.Today)
		return standing && err == nil && day == p.Due
	}
	return at.ID == freshLine && (s.form.Text(at) == "" || s.page == promising)
}

// pageActs are what can be done with what stands on the page.
func (s *Screen) pageActs(f *kit.Frame) []kit.Act {
	if s.page == ranking {
		return s.rankActs(f)
	}
	fields := s.fields(f)
	if len(fields) == 0 {
		if s.page == asking {
			return []kit.Act{{ID: "rank", Keys: keys.Open, Name: f.T("meet.interview.act.rank")}}
		}
		return nil
	}
	line := kit.Act{ID: "line", Keys: keys.Open, Name: f.T("meet.interview.act.line")}
	if !s.form.Typing() {
		if _, promised := s.standing(f); s.page == promising && !promised {
			return []kit.Act{{ID: "promise", Keys: keys.Open, Name: f.T("meet.interview.act.promise")}}
		}
		line.ID, line.Name = "write", f.T("meet.interview.act.write")
		return []kit.Act{line}
	}
	acts := slices.DeleteFunc(s.form.Acts(*f, fields), func(a kit.Act) bool {
		return !slices.Contains([]string{string(widget.DoUndo), string(widget.DoRedo), string(widget.DoLine)}, a.ID)
	})
	many := slices.ContainsFunc(acts, func(a kit.Act) bool { return a.ID == string(widget.DoLine) })
	switch {
	case many:
	case s.page == promising:
		acts = append(acts, kit.Act{ID: "promise", Keys: keys.Open, Name: f.T("meet.interview.act.promise")})
	case s.empty(f) && s.onExample(f):
		acts = append(acts, kit.Act{ID: "take", Keys: keys.Open, Name: f.T("meet.interview.act.take")})
	case !s.empty(f):
		acts = append(acts, line)
	}
	return append(acts,
		kit.Act{ID: string(widget.DoClose), Keys: keys.Back, Name: f.T("kit.field.close")},
		kit.Act{ID: string(widget.DoDone), Keys: keys.Keep, Name: f.T("kit.field.close"), Hidden: true})
}
