package report

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/lang"
)

// Erased is what the report of an erasure is made of. It holds no name.
type Erased struct {
	Client    string   // the name of the client, "" of the user
	As        []string // under what the grades go on, with the client where there are more
	Elsewhere []LeftAt // clients where nobody asked to erase them
	Counts    account.Erased
	Replaced  int
	Left      []account.Writing // texts of others that stay
	Clients   int
	Journals  int
	Drafts    int
	Scans     int
	Apart     int      // what waited for a choice of the team and named them
	AtHub     int      // clients of whom the hub of the team still has them
	Unshared  int      // clients that were shared, and of whom it may still have them
	Copies    []string // of the data file, that were done too
	Unread    []string // copies and clients that could not be read
	Locked    []string // copies that another passphrase opens
	Beside    []string // data files called after this one, that the program did not make
	Rescued   []string // files that the program wrote of clients that it could not keep
	Folders   []string // where documents were written last, as far as that is known
	Letters   int      // lists that went to them
	Self      bool     // it is the user, who stays known on this computer
	Would     bool     // nothing was done yet
}

// LeftAt is what of somebody stays at a client where nobody asked to erase them.
type LeftAt struct {
	Client  string // its name
	Known   bool   // they are one of its people
	Texts   int    // of others, that name them
	Journal bool   // what was done there before names them
	Drafts  int    // half-typed texts
}

// Said says it in one sentence.
func (l LeftAt) Said(w *lang.Words) string {
	var parts []string
	if l.Known {
		parts = append(parts, w.T("erase.there.known"))
	}
	if l.Texts > 0 {
		parts = append(parts, w.N("erase.there.texts", l.Texts))
	}
	if l.Drafts > 0 {
		parts = append(parts, w.N("erase.there.drafts", l.Drafts))
	}
	if l.Journal {
		parts = append(parts, w.T("erase.there.journal"))
	}
	return w.T("erase.left.elsewhere", l.Client, w.And(parts))
}

// Erasure is the report of an erasure: what was done, what stayed on a decision,
// and which copies the program cannot reach. It names nobody.
func Erasure(e Erased, o Options) Document {
	w := lang.For(o.Language)
	d := Document{Language: w.Tag(), Title: w.T("erase.report.title"), Client: e.Client, Supplier: o.Supplier, Audience: Internal,
		For: w.T("erase.report.for"), Made: w.LongDate(o.Today), Day: o.Today}
	done := w.T("erase.report.done")
	if e.Would {
		done = w.T("erase.report.would")
	}
	d.Parts = append(d.Parts, Part{"done", done, texts(e.Did(w))})
	if left := e.Stays(w); len(left) > 0 {
		d.Parts = append(d.Parts, Part{"left", w.T("erase.report.left"), texts(left)})
	}
	d.Parts = append(d.Parts, Part{"outside", w.T("erase.report.outside"), texts(e.Outside(w))})
	return d
}

func texts(lines []string) (out []Block) {
	for _, s := range lines {
		out = append(out, Text{Text: s})
	}
	return out
}

// Did says what went and what stays unnamed, a line for each kind.
func (e *Erased) Did(w *lang.Words) (out []string) {
	for _, kind := range account.ErasedKinds() {
		if n := e.Counts.Counts[kind]; n > 0 {
			out = append(out, w.N("erase.did."+string(kind), n))
		}
	}
	for _, line := range []struct {
		key string
		n   int
	}{{"erase.did.replaced", e.Replaced}, {"erase.did.drafts", e.Drafts}, {"erase.did.scans", e.Scans}, {"erase.did.apart", e.Apart}, {"erase.did.journals", e.Journals}, {"erase.did.copies", len(e.Copies)}} {
		if line.n > 0 {
			out = append(out, w.N(line.key, line.n))
		}
	}
	if len(e.As) > 0 {
		out = append(out, w.T("erase.did.as", strings.Join(e.As, ", ")))
	}
	if len(out) == 0 {
		out = append(out, w.T("erase.did.nothing"))
	}
	return out
}

// Stays says what stays, and where: texts of others on the decision of the user,
// other clients, and what could not be read.
func (e *Erased) Stays(w *lang.Words) (out []string) {
	var places []string
	texts := map[string]int{}
	for _, text := range e.Left {
		for _, at := range text.Places[:min(1, len(text.Places))] {
			place := WhereWritten(w, at, len(text.Places))
			if texts[place]++; texts[place] == 1 {
				places = append(places, place)
			}
		}
	}
	for _, place := range places {
		out = append(out, w.N("erase.left.text", texts[place], place))
	}
	for _, left := range e.Elsewhere {
		out = append(out, left.Said(w))
	}
	if e.AtHub > 0 {
		out = append(out, w.N("erase.left.hub", e.AtHub))
	}
	if e.Unshared > 0 {
		out = append(out, w.N("erase.left.unshared", e.Unshared))
	}
	return append(out, e.Unopened(w)...)
}

// Unopened says of what could not be opened that nobody was erased there, and what to do.
func (e *Erased) Unopened(w *lang.Words) (out []string) {
	if e.Self {
		out = append(out, w.T("erase.left.self"))
	}
	for _, what := range e.Unread {
		out = append(out, w.T("erase.left.unread", what))
	}
	for _, what := range e.Locked {
		out = append(out, w.T("erase.left.locked", what))
	}
	return out
}

// Outside says which copies the program cannot reach, and what to do about them.
func (e *Erased) Outside(w *lang.Words) (out []string) {
	if e.Letters > 0 {
		out = append(out, w.N("erase.outside.letters", e.Letters))
	}
	out = append(out, w.T("erase.outside.mail"))
	for _, what := range e.Beside {
		out = append(out, w.T("erase.outside.beside", what))
	}
	for _, what := range e.Rescued {
		out = append(out, w.T("erase.outside.rescued", what))
	}
	if len(e.Folders) > 0 {
		out = append(out, w.T("erase.outside.folders", strings.Join(e.Folders, ", ")))
	}
	for _, key := range []string{"erase.outside.documents", "erase.outside.exports", "erase.outside.backups", "erase.outside.laptops", "erase.outside.paper", "erase.outside.disk"} {
		out = append(out, w.T(key))
	}
	return out
}
