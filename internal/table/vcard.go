package table

import (
	"io"
	"mime/quotedprintable"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/text"
)

// isCards reports whether a text is contacts as an address book saves them
// (.vcf), and no table.
func isCards(s string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(s, " \t\n"), "\n")
	return strings.EqualFold(strings.ReplaceAll(first, " ", ""), "begin:vcard")
}

// card is one contact: what stands in it, by the head of the column that it
// becomes.
type card struct {
	line  int // in which it begins
	cells map[string]string
	parts string // its name, put together from its parts
}

// The heads of the columns that cards become. The others have the name of the
// property, which the heads of no table are: they are told of and left out.
const (
	cardName = "full name"
	cardMail = "e-mail"
	cardRole = "function"
	cardNote = "remark"
)

// splitCards makes a table of cards: one row each, below one row of heads. A
// library was tried: it joins the lines of a photo in the square of their number,
// passes over a line that it cannot read, and knows no text of vCard 2.1.
func splitCards(s string) ([]Row, error) {
	var all []card
	properties, err := unfold(s)
	if err != nil {
		return nil, err
	}
	heads := []string{cardName, cardMail, cardRole, cardNote}
	for _, p := range properties {
		if p.name == "begin" {
			all = append(all, card{line: p.line, cells: map[string]string{}})
			if len(all) >= MostRows {
				return nil, tooLarge()
			}
			continue
		}
		if len(all) == 0 {
			continue
		}
		all[len(all)-1].take(p, &heads)
	}
	switch {
	case len(all) == 0:
		return nil, fault.New(fault.BlankTable)
	case len(heads) > mostHeads:
		return nil, tooLarge()
	}
	for _, c := range all {
		if c.cells[cardName] == "" {
			c.cells[cardName] = c.parts
		}
	}
	heads = slices.DeleteFunc(heads, func(h string) bool {
		return h != cardName && h != cardMail && !slices.ContainsFunc(all, func(c card) bool { return c.cells[h] != "" })
	})
	if len(all)*len(heads) > MostCells {
		return nil, tooLarge()
	}
	rows := []Row{{Number: all[0].line, Cells: heads, Card: true}}
	for _, c := range all {
		r := Row{Number: c.line + 1}
		for _, h := range heads {
			r.Cells = append(r.Cells, c.cells[h])
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// mostHeads is how many kinds of things cards hold at most.
const mostHeads = 200

// take puts a property into its column. What comes twice comes in a column of its
// own, which is told of.
func (c *card) take(p property, heads *[]string) {
	put := func(head, value string) {
		if value = strings.TrimSpace(value); value == "" {
			return
		}
		bare := head
		for n := 2; c.cells[head] != "" && n <= mostHeads; n++ {
			head = bare + " " + strconv.Itoa(n)
		}
		if !slices.Contains(*heads, head) && len(*heads) <= mostHeads {
			*heads = append(*heads, head)
		}
		c.cells[head] = value
	}
	switch p.name {
	case "end", "version", "prodid", "uid", "rev", "kind":
		// about the card, not the person
	case "fn":
		put(cardName, unescape(p.value))
	case "n":
		parts := append(parted(p.value), "", "", "")
		c.parts = text.Line(parts[1] + " " + parts[2] + " " + parts[0])
	case "email":
		was := c.cells[cardMail]
		if value := strings.TrimSpace(unescape(p.value)); was != "" && p.preferred && value != "" {
			c.cells[cardMail], p.value = value, was
		}
		put(cardMail, unescape(p.value))
	case "title":
		was := c.cells[cardRole]
		delete(c.cells, cardRole) // a role is less than a title
		put(cardRole, unescape(p.value))
		put("role", was)
	case "role":
		if c.cells[cardRole] == "" {
			put(cardRole, unescape(p.value))
		} else {
			put("role", unescape(p.value))
		}
	case "note":
		put(cardNote, unescape(p.value))
	default:
		if !strings.HasPrefix(p.name, "x-") {
			put(p.name, "…") // whatever it is: a telephone number, a photo
		}
	}
}

// cardHead is what the head of a column of cards is called: the user's word for it,
// or where there is none the name that cards give it.
func cardHead(w *lang.Words, head string) string {
	bare, nth, _ := strings.Cut(head, " ")
	if _, err := strconv.Atoi(nth); err != nil {
		bare, nth = head, ""
	}
	if key := "table.card." + strings.ReplaceAll(bare, " ", ""); w.Has(key) {
		bare = w.T(key)
	}
	return strings.TrimSpace(bare + " " + nth)
}

// property is a line of a card, or several that are one.
type property struct {
	line      int
	name      string // in lower case
	value     string
	preferred bool
}

// unfold takes the lines of cards apart: a line that begins with a space goes on
// from the one above it, and so does one below a quoted-printable one that ends
// with =.
func unfold(s string) (all []property, err error) {
	var now strings.Builder
	first, number := 0, 0
	quoted := false
	flush := func() {
		if p, ok := propertyOf(now.String(), first); ok {
			all = append(all, p)
		}
		now.Reset()
	}
	for line := range strings.SplitSeq(s, "\n") {
		number++
		switch {
		case quoted && strings.HasSuffix(now.String(), "="):
			now.WriteString("\n" + line)
			continue
		case now.Len() > 0 && strings.HasPrefix(line, " "), now.Len() > 0 && strings.HasPrefix(line, "\t"):
			now.WriteString(line[1:])
			continue
		}
		flush()
		if len(all) > MostCells {
			return nil, tooLarge()
		}
		now.WriteString(line)
		first = number
		head, _, _ := strings.Cut(line, ":")
		quoted = strings.Contains(strings.ToLower(head), "quoted-printable")
	}
	flush()
	return all, nil
}

// propertyOf reads a line, false where it is none of a card.
func propertyOf(line string, at int) (property, bool) {
	head, value, ok := cutOutside(line, ':')
	if !ok {
		return property{}, false
	}
	name, rest, _ := cutOutside(head, ';')
	if _, own, grouped := strings.Cut(name, "."); grouped {
		name = own // item1.EMAIL
	}
	p := property{line: at, name: strings.ToLower(strings.TrimSpace(name)), value: value}
	rest = strings.ToLower(rest)
	p.preferred = strings.Contains(rest, "pref")
	if strings.Contains(rest, "quoted-printable") {
		b, _ := io.ReadAll(quotedprintable.NewReader(strings.NewReader(value)))
		if p.value = string(b); !utf8.Valid(b) {
			p.value = text.DecodeWindows(b)
		}
	}
	return p, p.name != ""
}

// cutOutside cuts at the first sign that stands in no quotes.
func cutOutside(s string, sign byte) (before, after string, found bool) {
	quoted := false
	for i := range len(s) {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == sign && !quoted:
			return s[:i], s[i+1:], true
		}
	}
	return s, "", false
}

// escapes are the signs that stand for others in a value.
var escapes = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";", `\:`, ":")

func unescape(s string) string { return escapes.Replace(s) }

// parted are the parts of a value that has several.
func parted(s string) (parts []string) {
	from := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case ';':
			parts, from = append(parts, unescape(s[from:i])), i+1
		}
	}
	return append(parts, unescape(s[min(from, len(s)):]))
}
