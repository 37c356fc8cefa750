// Package sound judges whether the records of a data file fit together: that each
// can be read, that none is missing which another names, that nothing refers to
// what is not there, and that what is made of other records (the line of a client
// in the overview, the way back, what was typed and not kept) still fits those. It
// tells what is wrong by client and cycle, and which part of it can be made anew.
//
// It is pure: it is handed records and gives findings. It must not know where
// records are kept, who writes them, or how a finding is said to the user.
package sound

import (
	"maps"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/fault"
)

// Kind tells findings apart. Those from Figures on are about what is made of
// other records, and can be made anew; the others are about what was typed.
type Kind byte

// What can be wrong.
const (
	Unreadable Kind = iota + 1 // a record cannot be read
	Missing                    // a record is not there that the client's own names
	Ownerless                  // there are records of a client who is not there
	Leftover                   // a record that the client's own does not name
	Unfit                      // a client's records can each be read, but do not fit together
	Flawed                     // something in a client refers to nothing, or stands there twice
	NoWhole                    // a client is part of one who is not there
	Figures                    // a figure of the overview is not that of the answers
	Overview                   // something else of it is not as the client is, or it is not there
	Journal                    // steps lead nowhere, or do not fit what is there now
	Draft                      // what was typed and not kept, and nobody can get to any more
	Past                       // a step that is of no client cannot be read
	Notes                      // what is noted of a client at the hub of a team cannot be read, or is not all there
	Stray                      // it is of a client who is not there
	Choice                     // what waits for a choice cannot be read, or is of a client who is not there
	Team                       // nobody can tell to which team the file belongs
)

// Finding is one thing that is wrong.
type Finding struct {
	Kind   Kind
	Client string // ID, "" where it is about none
	Name   string // of the client, as far as it can be read
	Key    codec.Key
	Record string       // the record that it is about
	Flaw   account.Flaw // of Flawed
	Text   []string     // of Draft: what was typed, as far as it can be read
	Drop   []string     // the records to take away, of what can be made anew
	Last   uint64       // the number of the newest step, of Overview and Figures
	Afresh []byte       // of Notes: the note that has the client looked at afresh with the hub
}

// Derived reports whether the finding is about what is made of other records.
func (f *Finding) Derived() bool { return f.Kind >= Figures }

// Report is what a Judge found.
type Report struct {
	Clients  int // who are there, sound or not
	Findings []Finding
}

// Typed are the findings about what was typed.
func (r *Report) Typed() (some []Finding) {
	return slices.DeleteFunc(slices.Clone(r.Findings), func(f Finding) bool { return f.Derived() })
}

// Derived are the findings about what can be made anew.
func (r *Report) Derived() (some []Finding) {
	return slices.DeleteFunc(slices.Clone(r.Findings), func(f Finding) bool { return !f.Derived() })
}

// Broken are the IDs of the clients of whom not everything can be read.
func (r *Report) Broken() (ids []string) {
	for _, f := range r.Findings {
		if f.Client != "" && f.Kind <= Unfit {
			ids = append(ids, f.Client)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Judge is given all records of a data file in the order of their keys, and judges
// them.
type Judge struct {
	clients map[string]*judged
	drafts  []Finding
	found   []Finding
	steps   group // of the client whose steps are coming in

	hub      map[string]*hubNotes // what is noted of clients at the hub of a team
	base     base                 // of the client whose is coming in
	choices  []Finding            // that wait, and may be of a client who is not there
	team     bool                 // it says to which team the file belongs
	teamless bool                 // that cannot be read
}

// judged is what is known of one client.
type judged struct {
	records  map[string][]byte
	unread   []string // records that the store could not give
	name     string
	partOf   string
	there    bool // their own record is
	broken   bool // not all of it can be read
	highest  uint64
	steps    []string // the records of their steps
	fits     bool     // the way back does, from there to the oldest step that is kept
	summary  bool
	examined bool
}

// New is a judge who has seen nothing yet.
func New() *Judge { return &Judge{clients: map[string]*judged{}, hub: map[string]*hubNotes{}} }

func (j *Judge) client(id string) *judged {
	if j.clients[id] == nil {
		j.clients[id] = &judged{records: map[string][]byte{}, fits: true}
	}
	return j.clients[id]
}

// Unread tells of a record that could not be given, before any that can be.
func (j *Judge) Unread(key string) {
	k, ok := codec.Parse(key)
	switch {
	case ok && k.Kind != codec.SummaryRecord && k.Kind != codec.StepRecord:
		c := j.client(k.Client)
		c.unread = append(c.unread, key)
	case ok: // what is made of others is not there, which is found
		j.client(k.Client)
	default:
		j.Take(key, nil)
	}
}

// Take judges one record. Its value is not kept where it is another's.
func (j *Judge) Take(key string, value []byte) {
	k, ok := codec.Parse(key)
	if j.steps.client != "" && (!ok || k.Kind != codec.StepRecord || k.Client != j.steps.client) {
		j.judgeSteps()
	}
	switch {
	case !ok:
		j.takeOther(key, value)
	case k.Kind == codec.StepRecord:
		j.steps.add(k, key, slices.Clone(value))
	case k.Kind == codec.SummaryRecord:
		j.judgeSummary(k, key, value)
	default:
		j.client(k.Client).records[key] = slices.Clone(value)
	}
}

// takeOther judges a record that is of no client.
func (j *Judge) takeOther(key string, value []byte) {
	_, past := codec.ParsePast(key)
	var err error
	switch {
	case j.takeNote(key, value):
		return
	case key == codec.Hub:
		j.team = true
		j.teamless = codec.TeamOf(value) == ""
	case key == codec.Supplier:
		if _, err = codec.DecodeSupplier(value); err == nil && len(value) == 0 {
			err = fault.New(fault.Damaged)
		}
	case key == codec.Firm:
		if _, err = codec.DecodeFirm(value); err == nil && len(value) == 0 {
			err = fault.New(fault.Damaged)
		}
	case past:
		if _, err := codec.DecodeStep(key, value); err != nil {
			j.found = append(j.found, Finding{Kind: Past, Record: key, Drop: []string{key}})
		}
		return
	case strings.HasPrefix(key, codec.AllDrafts):
		j.takeDrafts(key, value)
		return
	}
	if err != nil {
		j.found = append(j.found, Finding{Kind: Unreadable, Record: key})
	}
}

// takeDrafts notes what was typed and cannot be read, or may be of a client who is
// not there: that shows in the end.
func (j *Judge) takeDrafts(key string, value []byte) {
	f := Finding{Kind: Draft, Client: codec.DraftOf(key), Record: key, Drop: []string{key}}
	drafts, err := codec.DecodeDrafts(key, value)
	for _, d := range drafts {
		f.Text = append(f.Text, d.Text)
		for _, name := range slices.Sorted(maps.Keys(d.Values)) {
			f.Text = append(f.Text, d.Values[name])
		}
	}
	f.Text = slices.DeleteFunc(f.Text, func(s string) bool { return strings.TrimSpace(s) == "" })
	switch {
	case err != nil:
		j.found = append(j.found, f)
	case f.Client != "":
		j.drafts = append(j.drafts, f)
	}
}

// Report is what was found, by client.
func (j *Judge) Report() Report {
	if j.steps.client != "" {
		j.judgeSteps()
	}
	r := Report{}
	for _, id := range slices.Sorted(maps.Keys(j.clients)) {
		c := j.examine(id)
		if r.Clients++; c.there && !c.broken && !c.summary {
			j.found = append(j.found, Finding{Kind: Overview, Client: id, Name: c.name, Last: c.highest})
		}
		if whole := j.clients[c.partOf]; c.partOf != "" && (whole == nil || !whole.there) {
			j.found = append(j.found, Finding{Kind: NoWhole, Client: id, Name: c.name, Record: c.partOf})
		}
	}
	for _, f := range slices.Concat(j.drafts, j.choices) {
		if j.clients[f.Client] == nil {
			j.found = append(j.found, f)
		}
	}
	j.judgeNotes()
	for i := range j.found {
		if f := &j.found[i]; f.Name == "" && j.clients[f.Client] != nil {
			f.Name = j.clients[f.Client].name
		}
	}
	slices.SortStableFunc(j.found, func(a, b Finding) int { return strings.Compare(a.Client, b.Client) })
	r.Findings = j.found
	return r
}
