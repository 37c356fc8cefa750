package cli

import (
	"kwi/internal/cells"
	"kwi/internal/desk"
	"kwi/internal/office"
	"kwi/internal/questionnaire"
)

// The shapes of `kwi collect --json`. Every key is always there; what there is none of
// is "", 0 or [].
type (
	collectJSON struct {
		Check    bool            `json:"check"` // nothing was kept: it was only asked
		Lists    []collectedJSON `json:"lists"`
		Unread   []string        `json:"unread"`   // why a file cannot be read, which names it
		Unfilled int             `json:"unfilled"` // files that lay there and are still empty
		Drafts   int             `json:"drafts"`   // letters of our own that lay there
		Kept     int             `json:"kept"`     // lists that were kept, or with --check would be
		Grades   int             `json:"grades"`   // how many grades those have
	}
	collectedJSON struct {
		File       string          `json:"file"`
		Client     string          `json:"client"` // the name, or the code where that is not known
		Cycle      string          `json:"cycle"`
		Initials   string          `json:"initials"`
		Name       string          `json:"name"`
		Takes      bool            `json:"takes"` // it can be kept, as the options have it
		Same       bool            `json:"same"`  // it is there already, just so
		Again      bool            `json:"again"` // they answered before
		Refused    string          `json:"refused"`
		Doubt      string          `json:"doubt"`
		Asked      int             `json:"asked"`
		Grades     int             `json:"grades"`
		Recommends bool            `json:"recommends"`
		Remark     bool            `json:"remark"`
		Odd        []oddAnswerJSON `json:"odd"`
		Changes    int             `json:"changes"` // answers that differ from those of before, as far as that may be told
		Hidden     bool            `json:"hidden"`  // others differ, or may
		Says       []string        `json:"says"`    // all of it in the user's language, as the words have it
	}
	oddAnswerJSON struct {
		Question string `json:"question"` // the code, or nps and the like
		At       string `json:"at"`
		Taken    bool   `json:"taken"`
		Says     string `json:"says"`
	}
)

// collectedOf are the files that came back, as the words tell of them.
func (r *invocation) collectedOf(all desk.Collected, arrived office.Arrived, how desk.Taking, check bool) *collectJSON {
	out := collectJSON{Check: check, Lists: []collectedJSON{}, Unread: []string{}, Unfilled: all.Unfilled + arrived.Untouched, Drafts: arrived.Drafts}
	for i := range all.Lists {
		out.Lists = append(out.Lists, r.collectedJSON(&all.Lists[i], how))
	}
	for _, err := range all.Unread {
		out.Unread = append(out.Unread, r.sentence(err))
	}
	return &out
}

func (r *invocation) collectedJSON(f *questionnaire.Found, how desk.Taking) collectedJSON {
	out := collectedJSON{
		File: f.File, Client: f.Client, Cycle: string(f.Cycle), Initials: string(f.Who), Name: f.Name,
		Odd: []oddAnswerJSON{}, Says: []string{},
	}
	for _, line := range r.foundLines(*f, how) {
		out.Says = append(out.Says, cells.Clean(line))
	}
	if f.No != nil {
		out.Refused = f.No.Say(r.words)
		return out // of a list that is not taken no more is told
	}
	out.Takes, out.Same, out.Again = f.Takes(how.Partial, how.Replace), f.Same(), f.Again
	out.Asked, out.Grades, out.Recommends, out.Remark = f.Asked, f.Graded(), f.Recommends(), f.Remarked()
	out.Changes, out.Hidden = len(f.Changes), f.Hidden
	if f.Doubt != nil {
		out.Doubt = f.Doubt.Say(r.words)
	}
	for _, i := range f.Items {
		if i.Verdict == questionnaire.Accepted {
			continue
		}
		question := string(i.Key)
		if question == "" {
			question = i.Code.String()
		}
		out.Odd = append(out.Odd, oddAnswerJSON{question, i.At, i.Verdict == questionnaire.Odd, i.Reason.Say(r.words)})
	}
	return out
}
