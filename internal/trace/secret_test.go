package trace_test

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/score"
	"kwi/internal/trace"
)

// every is all things of a client that there may be a page of, asked for by name
// and not by a row, and what is reached from them.
func every(t *testing.T, s trace.Source) map[trace.Thing]trace.Page {
	t.Helper()
	var from []trace.Thing
	add := func(of trace.Thing) {
		if _, ok := s.Of(of); ok {
			from = append(from, of)
		}
	}
	for i := range s.Client.Cycles {
		y := &s.Client.Cycles[i]
		codes := []account.KWICode{0}
		for _, k := range y.KWIs {
			codes = append(codes, k.Code)
		}
		for _, code := range codes {
			for _, kind := range []trace.Kind{trace.Score, trace.Change, trace.Target, trace.KWI} {
				add(trace.Thing{Kind: kind, KWI: code, Cycle: y.Name})
			}
			for _, r := range s.Client.Respondents {
				add(trace.Thing{Kind: trace.Own, KWI: code, Who: r.Initials, Cycle: y.Name})
			}
		}
		for _, k := range y.KWIs {
			for _, q := range k.Questions {
				add(trace.Thing{Kind: trace.Question, Question: q.Code, KWI: k.Code, Cycle: y.Name})
				for _, r := range s.Client.Respondents {
					add(trace.Thing{Kind: trace.Answer, Question: q.Code, KWI: k.Code, Who: r.Initials, Cycle: y.Name})
				}
			}
		}
		for _, r := range s.Client.Respondents {
			for _, kind := range []trace.Kind{trace.Person, trace.Recommendation, trace.Remark, trace.Unwanted} {
				add(trace.Thing{Kind: kind, Who: r.Initials, Cycle: y.Name})
			}
		}
		for _, a := range y.Actions {
			add(trace.Thing{Kind: trace.Action, Number: a.Number, Cycle: y.Name})
		}
		add(trace.Thing{Kind: trace.NPS, Cycle: y.Name})
		add(trace.Thing{Kind: trace.Session, Cycle: y.Name})
	}
	return walked(t, s, from...)
}

// grouped is the client with every cycle by group, and a fifth respondent, so that
// there are figures.
func grouped(t *testing.T) account.Client {
	c := newMedia(t, "nl")
	for i := range c.Cycles {
		c.Cycles[i].AnswersBy = account.ByGroup
	}
	return c
}

// By group a trace ends at the grouped figures: whoever looks at all pages there
// are, asked for by name too, sees the same whichever of two respondents gave
// which answers, and no page of a single answer says what it is.
func TestByGroupNothingTellsWhoGaveWhat(t *testing.T) {
	c := grouped(t)
	other := c.Clone()
	for i := range other.Cycles {
		y := &other.Cycles[i]
		y.Answers["AA"], y.Answers["KK"] = y.Answers["KK"], y.Answers["AA"]
		for _, who := range []account.Initials{"AA", "KK"} { // both judge what either answered
			y.Assigned[who] = slices.Concat(y.Assigned[who], codes(y.Answers[who]))
			c.Cycles[i].Assigned[who] = y.Assigned[who]
		}
		y.NPS["AA"], y.NPS["KK"] = y.NPS["KK"], y.NPS["AA"]
		y.Remarks["AA"], y.Remarks["KK"] = y.Remarks["KK"], y.Remarks["AA"]
		y.Answered["AA"], y.Answered["KK"] = y.Answered["KK"], y.Answered["AA"]
	}
	one, two := every(t, source(&c, "nl")), every(t, source(&other, "nl"))
	figures := 0
	for of, p := range one {
		if got := text(two[of]); got != text(p) {
			t.Errorf("%+v tells who gave what:\n%s\n--- swapped\n%s", of, text(p), got)
		}
		if of.Kind == trace.Score && strings.Contains(p.Figure, ",") {
			figures++
		}
		if of.Kind == trace.Answer || of.Kind == trace.Own || of.Kind == trace.Recommendation {
			if p.Figure != "" || !strings.Contains(text(p), "Hier eindigt de herleiding") {
				t.Errorf("the page of one respondent says\n%s", text(p))
			}
		}
		for _, r := range p.Rows() {
			if k := r.To.Kind; k == trace.Answer || k == trace.Own || k == trace.Recommendation || k == trace.Remark {
				t.Errorf("%+v leads to what one respondent gave", of)
			}
		}
	}
	if figures == 0 || len(one) < 100 {
		t.Errorf("%d pages and %d grouped figures were looked at", len(one), figures)
	}
}

func codes(s account.Sheet) (out []account.QuestionCode) {
	for _, a := range s {
		out = append(out, a.Question)
	}
	return out
}

// An anonymous recommendation closes all of them, by name too.
func TestAnAnonymousRecommendationStandsBesideNoName(t *testing.T) {
	c := newMedia(t, "nl")
	y := c.Newest()
	n := y.NPS["KK"]
	n.Anonymous = true
	y.NPS["KK"] = n
	for of, p := range every(t, source(&c, "nl")) {
		if of.Kind == trace.Recommendation && of.Cycle == y.Name && p.Figure != "" {
			t.Errorf("%+v is\n%s", of, text(p))
		}
	}
}

// With the client watching a trace holds what may be shown in the room and
// nothing else, whoever sits there: not what is between ourselves, what others
// said, or what was not released.
func TestATraceShowsWhatMayBeShownInTheRoom(t *testing.T) {
	c := newMedia(t, "nl")
	secret := func(what string) string { return "geheim-" + what }
	for i := range c.Cycles {
		y := &c.Cycles[i]
		for j := range y.Actions {
			a := &y.Actions[j]
			a.Delay, a.Evidence, a.EvidenceShared, a.Why = secret("delay"), secret("evidence"), false, secret("why")
		}
		y.Actions = append(y.Actions, account.Action{Number: string(y.Name[:4]) + "-90" + string(y.Name[5]), Text: secret("action"), KWI: 1, Internal: true, Status: account.Open})
		y.Visits = append(y.Visits, account.Visit{Date: "2026-10-10", With: "BB", Note: secret("visit")})
		y.Notes = append(y.Notes, account.Note{Date: "2026-10-10", With: "BB", Text: secret("note"), KWI: 1})
		y.Findings = append(y.Findings, account.Finding{Part: account.Proposals, Text: secret("finding")})
		y.Ideas = append(y.Ideas, account.Idea{Text: secret("idea"), By: "BB", KWI: 1})
		for who := range y.Remarks {
			y.Remarks[who] = secret("remark")
		}
		y.Released = nil
		for who, n := range y.NPS {
			n.Why, n.Pleased, n.Missed = secret("why"), secret("pleased"), secret("missed")
			y.NPS[who] = n
		}
		for k := range y.KWIs {
			y.KWIs[k].Why, y.KWIs[k].So = secret("kwiwhy"), secret("kwiso")
		}
		y.Circumstances, y.Colouring = secret("circumstances"), map[account.Initials]string{"AA": secret("colouring")}
		for j := range y.Actions {
			y.Actions[j].Origin = account.Origin{Date: "2026-10-10", With: "BB", Text: secret("origin")}
		}
		for k := range y.KWIs {
			y.KWIs[k].Origin = account.Origin{Date: "2026-10-10", With: "BB", Text: secret("kwiorigin")}
		}
		y.NotExpected = map[account.Initials]string{"BB": secret("unwanted")}
	}
	rooms := []account.Room{{}, {Known: true}, {Known: true, Present: []account.Initials{"KK"}}, {Known: true, Present: []account.Initials{"KK", "AA"}}, {Known: true, Present: []account.Initials{"KK"}, Guests: true}}
	for _, stage := range []account.Stage{account.Draft, account.Measure, account.Session} {
		c.Newest().Stage = stage
		for _, room := range rooms {
			seen := c.Shown(room)
			s := trace.Source{Client: &seen, Scores: score.HistoryFor(&c, room), Words: lang.For("nl"), Today: today}
			pages := every(t, s)
			for of, p := range pages {
				if strings.Contains(text(p), "geheim-") && !(room.HearsOnly(of.Who) && of.Kind == trace.Recommendation) && !heardAlone(room, p) {
					t.Errorf("stage %v, room %+v: %+v tells\n%s", stage, room, of, text(p))
				}
				if of.Cycle == c.Newest().Name && of.Kind == trace.Answer && stage < account.Session && p.Figure != "" && !room.HearsOnly(of.Who) {
					t.Errorf("stage %v, room %+v sees what %s gave", stage, room, of.Who)
				}
			}
		}
	}
}

// heardAlone reports whether all that a page tells was the words of the only one
// who looks along.
func heardAlone(room account.Room, p trace.Page) bool {
	return len(room.Present) == 1 && !room.Guests && strings.Contains(p.Title, "(KK)") && !strings.Contains(text(p), "geheim-note") && !strings.Contains(text(p), "geheim-delay")
}
