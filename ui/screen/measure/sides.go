package measure

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// measureSides names the sides of the stage.
func measureSides(f *kit.Frame) []string {
	if f.Client.Approach == account.Simple {
		return []string{f.T("measure.part.simple.lists"), f.T("measure.part.simple.plan"), f.T("measure.part.simple.analysis")}
	}
	return []string{f.T("measure.part.lists"), f.T("measure.part.plan"), f.T("measure.part.analysis"), silentTab(f)}
}

// silentTab is the side of who is silent, with how many they are once they were asked.
func silentTab(f *kit.Frame) string {
	name := f.T("measure.part.silent")
	if y := f.Y(); y != nil && y.Stage == account.Measure {
		if n := len(chased(f)); n > 0 {
			name += " " + f.Theme.Glyphs.Dot + " " + f.Words.Int(n)
		}
	}
	return name
}

// aim goes to a respondent in the list, opens a list at a question, "KK/2.03",
// or goes to where the session is planned, "session".
func (s Screen) aim(f *kit.Frame, at string) Screen {
	switch at {
	case due.Session.String():
		s.part, s.sheet, s.plan = planSide, nil, s.plan.On("session")
		return s
	case due.Analysis.String(): // which kit.AtAnalysis is too
		s.part, s.sheet = analysis, nil
		return s
	case kit.AtProposals:
		s.part, s.sheet, s.analysis = analysis, nil, s.analysis.On(string(account.Proposals))
		return s
	case "silent":
		if isSimple(f) { // there the one to ask is in the list
			s.part, s.sheet = listsSide, nil
			return s
		}
		s.part, s.sheet = chaseSide, nil
		return s
	}
	who, question, opens := strings.Cut(at, "/")
	if f.Client.Respondent(account.Initials(who)) == nil {
		return s
	}
	s.part, s.sheet, s.list = listsSide, nil, widget.ListOn(who)
	s.list = s.held(f)
	if opens && len(f.Y().Assigned[account.Initials(who)]) > 0 {
		s.sheet = openSheet(f, account.Initials(who))
		code, _ := account.ParseQuestionCode(question)
		if i := slices.Index(f.Y().AskedOf(account.Initials(who)), code); i >= 0 {
			s.sheet.at, s.sheet.code = i, code
		}
	}
	return s
}
