package account

import (
	"slices"
	"strconv"
	"strings"

	"kwi/internal/fault"
	"kwi/internal/text"
)

// ScanLength is how many questions the quick scan has.
const ScanLength = 10

// Scan is a quick scan of customer orientation: of one of the supplier's people,
// or of a team that answered together. It may be half done.
type Scan struct {
	ScanKey
	Clients string // who the client is; there may be several
	Sees    string // whether they see themselves as one
	Goal    string // whether both agree on the goal of the relation
	Answers ScanAnswers
}

// ScanKey is what a scan is known by: whom it is of, and its day. Nobody does
// two on a day, so whoever begins a second one goes on with the first.
type ScanKey struct {
	Who  string // "" where the team answered together
	Team string // that this person belongs to, or ""
	Date Date
}

// Of reports whether two scans are of the same person or team.
func (k ScanKey) Of(other ScanKey) bool {
	switch {
	case (k.Who == "") != (other.Who == ""):
		return false // also where of a name nothing is left to compare, as of …
	case k.Who == "":
		return text.Search(k.Team) == text.Search(other.Team)
	}
	return text.Search(k.Who) == text.Search(other.Who)
}

// Called is whom a scan is of: a person, or else the team that answered together.
func (k ScanKey) Called() string {
	if k.Who != "" {
		return k.Who
	}
	return k.Team
}

// same reports whether two keys are those of one scan.
func (k ScanKey) same(other ScanKey) bool { return k.Date == other.Date && k.Of(other) }

func (s Scan) identity() string {
	who := "\x00" + text.Search(s.Team) // of a team
	if s.Who != "" {
		who = "\x01" + text.Search(s.Who)
	}
	return string(s.Date) + who
}

// Walk names the fields.
func (s *Scan) Walk(w Walker) {
	f := fields{w}
	f.line(sparse("who"), &s.Who)
	f.line(sparse("team"), &s.Team)
	f.date(needed("date"), &s.Date)
	f.block(sparse("clients"), &s.Clients)
	f.block(sparse("seesOneself"), &s.Sees)
	f.block(sparse("goal"), &s.Goal)
	f.line(sparse("answers"), (*string)(&s.Answers))
}

// Answer is the letter that was given to a question, counted from 1, or 0.
func (s *Scan) Answer(question int) byte { return s.Answers.At(question) }

// Given is how many questions have an answer.
func (s *Scan) Given() int { return s.Answers.Given() }

// Scan is the scan that is known by a key, or nil.
func (f *Firm) Scan(k ScanKey) *Scan {
	for i := range f.Scans {
		if f.Scans[i].same(k) {
			return &f.Scans[i]
		}
	}
	return nil
}

// BeginScan begins a scan of a person or of a team. Where there is one of that
// day it stays as it is.
func (f *Firm) BeginScan(k ScanKey) error {
	switch {
	case k.Who == "" && k.Team == "":
		return fault.New(fault.Missing, "who")
	case !k.Date.Valid():
		return fault.New(fault.BadDate, string(k.Date))
	case f.Scan(k) == nil:
		f.Scans = append(f.Scans, Scan{ScanKey: k})
		*f = f.Tidy()
	}
	return nil
}

// AnswerScan gives a question the answer a, b or c, or with 0 takes it away.
func (f *Firm) AnswerScan(k ScanKey, question int, letter byte) error {
	s, err := f.scan(k)
	if err != nil {
		return err
	}
	if question < 1 || question > ScanLength || letter != 0 && (letter < 'a' || letter > 'c') {
		return fault.New(fault.BadValue, string(letter), "a | b | c")
	}
	s.Answers = s.Answers.With(question, letter)
	return nil
}

// ScanWord is one of the three things that are asked before the questions.
type ScanWord byte

// What is asked first.
const (
	ScanClients ScanWord = iota
	ScanSees
	ScanGoal
)

// Word is what was said to one of the three.
func (s *Scan) Word(w ScanWord) string { return *s.word(w) }

func (s *Scan) word(w ScanWord) *string {
	return [...]*string{&s.Clients, &s.Sees, &s.Goal}[w]
}

// WriteScan keeps what was said to one of the three.
func (f *Firm) WriteScan(k ScanKey, w ScanWord, said string) error {
	s, err := f.scan(k)
	if err == nil {
		*s.word(w) = said
	}
	return err
}

// RekeyScan says that a scan is of somebody else or of another day.
func (f *Firm) RekeyScan(was, is ScanKey) error {
	s, err := f.scan(was)
	switch {
	case err != nil:
		return err
	case is.Who == "" && is.Team == "":
		return fault.New(fault.Missing, "who")
	case !is.Date.Valid():
		return fault.New(fault.BadDate, string(is.Date))
	}
	if other := f.Scan(is); other != nil && other != s {
		return fault.New(fault.Doubled, is.name())
	}
	s.ScanKey = is
	*f = f.Tidy()
	return nil
}

// RemoveScan takes a scan away.
func (f *Firm) RemoveScan(k ScanKey) error {
	f.Scans = slices.DeleteFunc(f.Scans, func(s Scan) bool { return s.same(k) })
	return nil
}

// ForgetScans takes all scans of a person, or of a team that answered together,
// away in one act.
func (f *Firm) ForgetScans(k ScanKey) {
	f.Scans = slices.DeleteFunc(f.Scans, func(s Scan) bool { return s.Of(k) })
}

func (f *Firm) scan(k ScanKey) (*Scan, error) {
	if s := f.Scan(k); s != nil {
		return s, nil
	}
	return nil, fault.New(fault.Removed, k.name())
}

func (k ScanKey) name() string {
	if k.Who == "" {
		return k.Team
	}
	return k.Who
}

// scanFlaws finds scans of nobody, of one and the same day, and answers that no
// question can have.
func scanFlaws(all []Scan) (flaws []Flaw) {
	met := map[string]bool{}
	for i := range all {
		s := &all[i]
		found := func(field string, kind fault.Kind, values ...string) {
			flaws = append(flaws, Flaw{Kind: kind, Values: values, Place: []any{"scans", i, field}})
		}
		if s.Who == "" && s.Team == "" {
			found("who", fault.Missing, "who")
		}
		if met[s.identity()] {
			found("date", fault.Doubled, string(s.Date))
		}
		met[s.identity()] = true
		if len(s.Answers) > ScanLength || strings.Trim(string(s.Answers), "abc.") != "" || strings.HasSuffix(string(s.Answers), ".") {
			found("answers", fault.BadValue, string(s.Answers), "a b c . (≤ "+strconv.Itoa(ScanLength)+")")
		}
	}
	return flaws
}

// ScansOf are all scans of the same person or team as this one, oldest first.
func (f *Firm) ScansOf(k ScanKey) (all []Scan) {
	for _, s := range f.Scans {
		if s.Of(k) {
			all = append(all, s)
		}
	}
	return all
}

// ScanTeams are the teams that people of whom there are scans belong to, or that
// answered together, in order of their names.
func (f *Firm) ScanTeams() (teams []string) {
	for _, s := range f.Scans {
		if s.Team != "" && !slices.ContainsFunc(teams, func(t string) bool { return text.Search(t) == text.Search(s.Team) }) {
			teams = append(teams, s.Team)
		}
	}
	slices.SortFunc(teams, func(a, b string) int { return strings.Compare(text.Search(a), text.Search(b)) })
	return teams
}

// TeamScans is of each person who belongs to a team now the newest scan that is
// complete. Whoever was in it before and is in another since does not count.
func (f *Firm) TeamScans(team string) (newest []Scan) {
	for i, s := range slices.Backward(f.Scans) {
		later := slices.ContainsFunc(f.Scans[i+1:], func(o Scan) bool {
			return o.Who != "" && o.Of(s.ScanKey) && (o.Given() == ScanLength || o.Team != "" && text.Search(o.Team) != text.Search(team))
		})
		if s.Who != "" && s.Given() == ScanLength && text.Search(s.Team) == text.Search(team) && !later {
			newest = append(newest, s)
		}
	}
	slices.Reverse(newest)
	return newest
}

// NextScan is of whom the next scan is as far as that can be known: the first is the user's own,
// a later one of whoever is named then, in the team of which somebody did one that day.
func (f *Firm) NextScan(me string, today Date) ScanKey {
	key := ScanKey{Who: me, Date: today}
	for _, s := range f.Scans {
		if s.Date == today && s.Who != "" && s.Team != "" {
			key.Team = s.Team
		}
	}
	if f.ScansOf(key) != nil {
		key.Who = ""
	}
	return key
}

// InTeam is a key with the team of that person as it was the last time, where none is named.
func (f *Firm) InTeam(k ScanKey) ScanKey {
	if k.Who == "" || k.Team != "" {
		return k
	}
	for _, s := range f.ScansOf(k) {
		k.Team = s.Team
	}
	return k
}
