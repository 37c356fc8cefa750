package portable

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/text"
)

// The room for texts, in characters.
const (
	LineRoom  = 500
	BlockRoom = 20_000
)

// quoted takes a string of JSON.
func (d *decoder) quoted() string {
	d.pos++
	start := d.pos
	for ; d.pos < len(d.data); d.pos++ {
		switch c := d.data[d.pos]; {
		case c == '"':
			s := string(d.data[start:d.pos])
			d.pos++
			return d.valid(s)
		case c == '\\':
			return d.escaped(start)
		case c < ' ':
			d.refuse(fault.BadText, nil)
		}
	}
	d.malformed()
	return ""
}

func (d *decoder) valid(s string) string {
	if !utf8.ValidString(s) {
		d.refuse(fault.BadText, nil)
	}
	return s
}

// escaped takes the rest of a string with a backslash in it.
func (d *decoder) escaped(start int) string {
	var b strings.Builder
	b.Write(d.data[start:d.pos])
	for d.pos < len(d.data) {
		switch c := d.data[d.pos]; {
		case c == '"':
			d.pos++
			return d.valid(b.String())
		case c == '\\':
			b.WriteRune(d.escape())
		case c < ' ':
			d.refuse(fault.BadText, nil)
		default:
			b.WriteByte(c)
			d.pos++
		}
	}
	d.malformed()
	return ""
}

// escape takes one escaped character; half a surrogate pair is none.
func (d *decoder) escape() rune {
	if d.pos+1 >= len(d.data) {
		d.malformed()
	}
	c := d.data[d.pos+1]
	if i := strings.IndexByte(`"\/bfnrt`, c); i >= 0 {
		d.pos += 2
		return rune("\"\\/\b\f\n\r\t"[i])
	}
	if c != 'u' {
		d.malformed()
	}
	r := d.unit()
	if utf16.IsSurrogate(r) {
		if d.pos+1 < len(d.data) && d.data[d.pos] == '\\' && d.data[d.pos+1] == 'u' {
			r = utf16.DecodeRune(r, d.unit())
		} else {
			r = unicode.ReplacementChar
		}
		if r == unicode.ReplacementChar {
			d.refuse(fault.BadText, nil)
		}
	}
	return r
}

// unit takes \uXXXX.
func (d *decoder) unit() rune {
	if d.pos+6 > len(d.data) {
		d.malformed()
	}
	n, err := strconv.ParseUint(string(d.data[d.pos+2:d.pos+6]), 16, 16)
	if err != nil {
		d.malformed()
	}
	d.pos += 6
	return rune(n)
}

// text reads a string within the room for it.
func (d *decoder) text(room int, block bool) string {
	if d.peek() != '"' {
		d.other(`"…"`)
	}
	s := d.quoted()
	if !isPlainASCII(s) {
		for _, r := range s {
			if text.Steers(r) && !(block && (r == '\n' || r == '\t')) {
				d.refuse(fault.BadText, nil)
			}
		}
	}
	if len(s) > room && utf8.RuneCountInString(s) > room {
		d.refuse(fault.TooLong, []string{strconv.Itoa(room)})
	}
	return s
}

// isPlainASCII tells whether s is of visible ASCII, as most is: then it steers nothing.
func isPlainASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// line reads a text of one line, block one that may have more.
func (d *decoder) line() string  { return d.text(LineRoom, false) }
func (d *decoder) block() string { return d.text(BlockRoom, true) }

// date reads a day that exists, or "".
func (d *decoder) date() account.Date {
	s := d.line()
	if s != "" && !account.Date(s).Valid() {
		d.bad(s, "yyyy-mm-dd")
	}
	return account.Date(s)
}

// day reads a day that exists.
func (d *decoder) day() account.Date {
	day := d.date()
	if day == "" {
		d.bad("", "yyyy-mm-dd")
	}
	return day
}

// moment reads a day, with or without an hour, or "".
func (d *decoder) moment() account.Moment {
	s := d.line()
	if s != "" && !account.Moment(s).Valid() {
		d.bad(s, "yyyy-mm-dd, yyyy-mm-ddThh:mm")
	}
	return account.Moment(s)
}

// initials reads somebody's initials, person those or "".
func (d *decoder) initials() account.Initials { return d.who(d.line()) }

func (d *decoder) person() account.Initials {
	s := d.line()
	if s == "" {
		return ""
	}
	return d.who(s)
}

func (d *decoder) who(s string) account.Initials {
	if !account.ValidInitials(s) {
		d.refuse(fault.BadInitials, []string{s})
	}
	return account.Initials(s)
}

// readOneOf reads one word of a list.
func readOneOf[T ~string](d *decoder, words ...T) T {
	s := T(d.line())
	var all []string
	for _, w := range words {
		if s == w {
			return s
		}
		all = append(all, string(w))
		if w == "" {
			all[len(all)-1] = `""`
		}
	}
	d.bad(string(s), strings.Join(all, " | "))
	return ""
}

// kwi reads the code of a KWI, or "" where none will do.
func (d *decoder) kwi(none bool) account.KWICode {
	s := d.line()
	k, ok := account.ParseKWICode(s)
	if !ok && !(none && s == "") {
		d.bad(s, "KWI-01, KWI-02, …")
	}
	return k
}

func (d *decoder) question() account.QuestionCode { return d.code(d.line()) }

func (d *decoder) code(s string) account.QuestionCode {
	q, ok := account.ParseQuestionCode(s)
	if !ok {
		d.bad(s, "1.01, 1.02, …")
	}
	return q
}

// amount reads a decimal with at most so many places, or "".
func (d *decoder) amount(places int) string {
	s := d.line()
	whole, part, cut := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if s == "" || len(whole) > 0 && len(whole) <= 15 && strings.Trim(whole+part, "0123456789") == "" && cut == (part != "") && len(part) <= places {
		return s
	}
	d.bad(s, map[bool]string{true: "450000", false: "18.5"}[places == 0])
	return ""
}
