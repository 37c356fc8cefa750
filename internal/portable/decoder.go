package portable

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"

	"kwi/internal/fault"
	"kwi/internal/text"
)

// decoder walks once through a file. What it meets that does not belong there
// it raises as a refusal, which only file catches.
type decoder struct {
	data []byte
	pos  int
	path []pathStep
	at   *objectAtHand
}

// pathStep is one step down into the file: a key, or a place in a list.
type pathStep struct {
	key   string
	index int // -1 for a key
}

// decodingFault carries a fault up to file.
type decodingFault struct{ *fault.Fault }

// refuse raises a fault at the place where the decoder is, or below it.
func (d *decoder) refuse(kind fault.Kind, values []string, below ...pathStep) {
	for i := range values {
		values[i] = text.OneLine(values[i], 60)
	}
	f := fault.New(kind, values...)
	var at strings.Builder
	for _, s := range append(d.path[:len(d.path):len(d.path)], below...) {
		switch {
		case s.index >= 0:
			at.WriteString("[" + strconv.Itoa(s.index) + "]")
		case at.Len() > 0:
			at.WriteString("." + text.OneLine(s.key, 60))
		default:
			at.WriteString(text.OneLine(s.key, 60))
		}
	}
	f.At = at.String()
	panic(decodingFault{f})
}

// bad refuses the value that stands here for one of another shape.
func (d *decoder) bad(value, wanted string) { d.refuse(fault.BadValue, []string{value, wanted}) }

// malformed refuses what is no JSON.
func (d *decoder) malformed() {
	before := d.data[:min(d.pos, len(d.data))]
	line := bytes.Count(before, []byte("\n")) + 1
	column := len([]rune(string(before[bytes.LastIndexByte(before, '\n')+1:]))) + 1
	d.refuse(fault.Syntax, []string{strconv.Itoa(line), strconv.Itoa(column)})
}

func (d *decoder) push(s pathStep) { d.path = append(d.path, s) }
func (d *decoder) pop()            { d.path = d.path[:len(d.path)-1] }

// peek skips white space and tells the next byte, 0 at the end.
func (d *decoder) peek() byte {
	for ; d.pos < len(d.data); d.pos++ {
		switch c := d.data[d.pos]; c {
		case ' ', '\t', '\n', '\r':
		default:
			return c
		}
	}
	return 0
}

// must takes one byte.
func (d *decoder) must(c byte) {
	if d.peek() != c {
		d.malformed()
	}
	d.pos++
}

// more reports whether another element follows in a list or object; with the
// closing byte it takes that.
func (d *decoder) more(n int, closing byte) bool {
	if d.peek() == closing {
		d.pos++
		return false
	}
	if n > 0 {
		d.must(',')
		if d.peek() == closing {
			d.malformed()
		}
	}
	return true
}

// fields reads an object. field reads the value of a key, or tells that it
// knows no such key.
func (d *decoder) fields(field func(key string) bool) {
	d.shape('{')
	var seen []string
	for n := 0; d.more(n, '}'); n++ {
		key := d.key()
		d.push(pathStep{key, -1})
		if slices.Contains(seen, key) {
			d.refuse(fault.Doubled, []string{key})
		}
		seen = append(seen, key)
		if !field(key) {
			d.refuse(fault.UnknownKey, []string{key})
		}
		d.pop()
	}
}

// list reads an array, and calls each for every element.
func (d *decoder) list(each func(i int)) {
	d.shape('[')
	for n := 0; d.more(n, ']'); n++ {
		d.push(pathStep{"", n})
		each(n)
		d.pop()
	}
}

// entries reads an object whose keys are data, and calls each for every one.
func (d *decoder) entries(each func(key string)) {
	d.shape('{')
	for n := 0; d.more(n, '}'); n++ {
		key := d.key()
		d.push(pathStep{key, -1})
		each(key)
		d.pop()
	}
}

func (d *decoder) key() string {
	if d.peek() != '"' {
		d.malformed()
	}
	key := d.quoted()
	d.must(':')
	return key
}

// shape takes the first byte of a value that must be of one shape.
func (d *decoder) shape(c byte) {
	if d.peek() != c {
		d.other(map[byte]string{'{': "{…}", '[': "[…]"}[c])
	}
	d.pos++
}

// other refuses a value of another shape than wanted.
func (d *decoder) other(wanted string) {
	rest := d.data[d.pos:]
	switch c := d.peek(); {
	case c == '"':
		d.bad(strconv.Quote(d.quoted()), wanted)
	case c == '{', c == '[':
		d.bad(string(c)+"…", wanted)
	case c == '-' || c >= '0' && c <= '9':
		d.bad(d.number(), wanted)
	default:
		for _, word := range []string{"true", "false", "null"} {
			if bytes.HasPrefix(rest, []byte(word)) {
				d.bad(word, wanted)
			}
		}
		d.malformed()
	}
}

// boolean reads true or false.
func (d *decoder) boolean() bool {
	d.peek()
	for _, word := range []string{"true", "false"} {
		if bytes.HasPrefix(d.data[d.pos:], []byte(word)) {
			d.pos += len(word)
			return word == "true"
		}
	}
	d.other("true | false")
	return false
}

// number takes the literal of a number.
func (d *decoder) number() string {
	start := d.pos
	for d.pos < len(d.data) && strings.IndexByte("+-0123456789.eE", d.data[d.pos]) >= 0 {
		d.pos++
	}
	return string(d.data[start:d.pos])
}

// whole reads a whole number within bounds.
func (d *decoder) whole(low, high int) int {
	wanted := strconv.Itoa(low) + "–" + strconv.Itoa(high)
	if high == math.MaxInt32 {
		wanted = strconv.Itoa(low) + ", " + strconv.Itoa(low+1) + ", …"
	}
	if c := d.peek(); c != '-' && (c < '0' || c > '9') {
		d.other(wanted)
	}
	start := d.pos
	text := d.number()
	digits := strings.TrimPrefix(text, "-")
	if digits == "" || len(digits) > 1 && digits[0] == '0' && strings.Trim(digits, "0123456789") == "" {
		d.pos = start
		d.malformed() // JSON knows no number 012
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < low || n > high || text == "-0" {
		d.bad(text, wanted)
	}
	return n
}
