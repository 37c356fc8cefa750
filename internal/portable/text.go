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
	LineRoom  = account.LineRoom
	BlockRoom = account.BlockRoom
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

// isPlainASCII reports whether s is of visible ASCII, as most is: then it steers nothing.
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
