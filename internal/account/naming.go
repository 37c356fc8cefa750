package account

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"kwi/internal/text"
)

// Naming is by what somebody can be named in a text that another wrote.
type Naming struct {
	initials []string // now and formerly
	shared   []string // those of them, and the address, that somebody else has or had too
	namesake bool     // somebody else has the same name
	email    string
	words    []string   // of their name, and what else they are called, as they are searched
	names    [][]string // the words of each name of theirs, that in full tells whose it is
	rows     [][]string // the same, where only all words of one in a row count
	phones   []string   // the last digits of their numbers
}

// NamingOf is by what a respondent or a colleague can be named: each word of their
// name but infixes, their initials now, and formerly where those are nobody else's
// now, their address, the numbers that stand in the remark on them, and what else
// somebody says they are called, or were called before.
func (c *Client) NamingOf(who Initials, also ...string) (n Naming) {
	n.initials = []string{string(who)}
	r := c.Respondent(who)
	if m := c.Colleague(who); m != nil {
		r = &Respondent{Name: m.Name}
	}
	if r == nil {
		r = &Respondent{}
	}
	for _, was := range r.Formerly {
		if c.Respondent(was) == nil && c.Colleague(was) == nil {
			n.initials = append(n.initials, string(was))
		}
	}
	n.email = strings.ToLower(strings.TrimSpace(r.Email))
	n.phones = phonesIn(r.Remark)
	n.words = telling(r.Name)
	n.addName(r.Name)
	for _, name := range also {
		for _, w := range text.Words(name) {
			if w.Search != "" && !slices.Contains(infixes, strings.ToLower(name[w.From:w.To])) {
				n.words = append(n.words, w.Search)
			}
		}
		n.addName(name)
	}
	c.sharing(who, *r, &n)
	return n
}

// sharing notes what of the initials, the address and the name of somebody another
// has too, or had.
func (c *Client) sharing(who Initials, own Respondent, n *Naming) {
	others := slices.Clone(c.Respondents)
	for _, m := range c.Colleagues {
		others = append(others, Respondent{Initials: m.Initials, Name: m.Name})
	}
	for _, other := range others {
		if other.Initials == who {
			continue
		}
		for _, was := range n.initials {
			if other.Was(Initials(was)) {
				n.shared = append(n.shared, was)
			}
		}
		if SameEmail(other, own) {
			n.shared = append(n.shared, n.email)
		}
		n.namesake = n.namesake || SameName(other, own)
	}
}

// addName adds a name by whose words in a row they are known, also with the first
// one behind the others. A first name alone is another's too.
func (n *Naming) addName(name string) {
	if row := telling(name); len(row) > 1 {
		n.names = append(n.names, row, slices.Concat(row[1:], row[:1]))
	}
}

// Elsewhere is by what they can be named at another client: their whole name and
// their address. A first name alone is another's there.
func (n Naming) Elsewhere() Naming {
	n.rows, n.words, n.initials = n.names, nil, nil
	return n
}

// Certain is by what nobody else of the client is named: their whole name, their
// address, a number, and initials that nobody else has or had.
func (n Naming) Certain() Naming {
	anothers := func(own string) bool { return slices.Contains(n.shared, own) }
	n.rows, n.words = n.names, nil
	if n.namesake {
		n.rows = nil
	}
	n.initials = slices.DeleteFunc(slices.Clone(n.initials), anothers)
	if anothers(n.email) {
		n.email = ""
	}
	return n
}

// telling are the words of a name that tell whose it is.
func telling(name string) (out []string) {
	for _, w := range text.Words(name) {
		if !slices.Contains(infixes, strings.ToLower(name[w.From:w.To])) && w.Search != "" {
			out = append(out, w.Search)
		}
	}
	return out
}

// Span is a part of a text, from one byte to before another.
type Span struct{ From, To int }

// In are the parts of a text that name them, one after the other. Parts of one
// name are one.
func (n Naming) In(s string) (out []Span) {
	lower := strings.ToLower(s)
	if n.email != "" && len(lower) == len(s) {
		for at := 0; ; {
			i := strings.Index(lower[at:], n.email)
			if i < 0 {
				break
			}
			out = append(out, Span{at + i, at + i + len(n.email)})
			at += i + len(n.email)
		}
	}
	out = append(out, n.phonesOf(s)...)
	words := text.Words(s)
	for i, w := range words {
		switch {
		case n.isWord(w.Search), w.To > w.From && slices.Contains(n.initials, s[w.From:w.To]):
			out = append(out, Span{w.From, w.To})
		default:
			for _, row := range n.rows {
				if taken := rowAt(words[i:], row, s); taken > 0 {
					out = append(out, Span{w.From, words[i+taken-1].To})
				}
			}
		}
	}
	return merged(s, out)
}

// isWord reports whether a word is one of their name, also with the s of what is
// theirs behind it.
func (n Naming) isWord(w string) bool {
	if w == "" {
		return false
	}
	return slices.ContainsFunc(n.words, func(name string) bool { return w == name || len(name) > 2 && w == name+"s" })
}

// rowAt is how many words a name in full takes at the beginning of some, infixes
// among them; 0 where it does not stand there.
func rowAt(words []text.Word, row []string, s string) int {
	next := 0
	for i, w := range words {
		switch {
		case w.Search == row[next], next == len(row)-1 && w.Search == row[next]+"s":
			if next++; next == len(row) {
				return i + 1
			}
		case next > 0 && slices.Contains(infixes, strings.ToLower(s[w.From:w.To])):
		default:
			return 0
		}
	}
	return 0
}

// merged are spans in order, those that lie over each other or have nothing but
// spaces, points and infixes between them as one.
func merged(s string, spans []Span) (out []Span) {
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To)) })
	for _, sp := range spans {
		if last := len(out) - 1; last >= 0 && (sp.From <= out[last].To || bridged(s[out[last].To:sp.From])) {
			out[last].To = max(out[last].To, sp.To)
			continue
		}
		out = append(out, sp)
	}
	return out
}

// bridged reports whether what stands between two parts is within one name.
func bridged(between string) bool {
	if strings.ContainsAny(between, "\n,;:!?()") {
		return false
	}
	for _, w := range strings.Fields(between) {
		if w != "." && !slices.Contains(infixes, strings.ToLower(w)) {
			return false
		}
	}
	return true
}

// Strike is a text with a word in the place of each part that names them.
func (n Naming) Strike(s, instead string) string {
	spans := n.In(s)
	for _, sp := range slices.Backward(spans) {
		s = s[:sp.From] + instead + s[sp.To:]
	}
	return s
}

// phoneDigits is how many digits of a number have to be the same: what stands
// before them is a country's or a region's and often left out.
const phoneDigits = 7

// phonesIn are the ends of the numbers in a text that can be called.
func phonesIn(s string) (out []string) {
	for _, sp := range numbersIn(s) {
		d := digitsOf(s[sp.From:sp.To])
		out = append(out, d[len(d)-phoneDigits:])
	}
	return out
}

func (n Naming) phonesOf(s string) (out []Span) {
	if len(n.phones) == 0 {
		return nil
	}
	for _, sp := range numbersIn(s) {
		d := digitsOf(s[sp.From:sp.To])
		if slices.Contains(n.phones, d[len(d)-phoneDigits:]) {
			out = append(out, sp)
		}
	}
	return out
}

// numbersIn are where digits stand that can be a number to call.
func numbersIn(s string) (out []Span) {
	from, to := -1, 0
	end := func() {
		if from >= 0 && len(digitsOf(s[from:to])) >= phoneDigits {
			out = append(out, Span{from, to})
		}
		from = -1
	}
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			if from < 0 {
				from = i
			}
			to = i + 1
		case r == '+' && from < 0:
			from, to = i, i+1
		case from >= 0 && strings.ContainsRune(" -./()", r):
		default:
			end()
		}
	}
	end()
	return out
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
