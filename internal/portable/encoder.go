package portable

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// encoder writes JSON with one space a level, one value a line. It keeps the
// first error of its writer and writes nothing after that.
type encoder struct {
	w     io.Writer
	buf   []byte
	deep  int
	begun bool // something stands in the open list or object
	err   error
}

// flushSize is how much is held back before it goes to the writer.
const flushSize = 64 << 10

func (e *encoder) flush() error {
	if e.err == nil {
		_, e.err = e.w.Write(e.buf)
	}
	e.buf = e.buf[:0]
	return e.err
}

// open begins a list or object, shut ends it.
func (e *encoder) open(c byte) {
	e.buf = append(e.buf, c)
	e.deep++
	e.begun = false
}

func (e *encoder) shut(c byte) {
	e.deep--
	if e.begun {
		e.line()
	}
	e.buf = append(e.buf, c)
	e.begun = true
	if len(e.buf) > flushSize {
		_ = e.flush()
	}
}

// item begins the next element of a list.
func (e *encoder) item() {
	if e.begun {
		e.buf = append(e.buf, ',')
	}
	e.line()
	e.begun = true
}

func (e *encoder) line() {
	e.buf = append(e.buf, '\n')
	for range e.deep {
		e.buf = append(e.buf, ' ')
	}
}

// key begins the next field of an object.
func (e *encoder) key(k string) {
	e.item()
	e.quote(k)
	e.buf = append(e.buf, ": "...)
}

func (e *encoder) flag(k string, b bool) {
	e.key(k)
	e.buf = strconv.AppendBool(e.buf, b)
}

// quote writes a string with no more escapes than JSON asks for, so that a
// reader sees 8< and not a code.
func (e *encoder) quote(s string) {
	const digits = "0123456789abcdef"
	if isPlainASCII(s) && strings.IndexByte(s, '"') < 0 && strings.IndexByte(s, '\\') < 0 {
		e.buf = append(append(append(e.buf, '"'), s...), '"')
		return
	}
	e.buf = append(e.buf, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			e.buf = append(e.buf, '\\', byte(r))
		case r == '\n':
			e.buf = append(e.buf, `\n`...)
		case r == '\t':
			e.buf = append(e.buf, `\t`...)
		case r < ' ':
			e.buf = append(e.buf, '\\', 'u', '0', '0', digits[r>>4], digits[r&15])
		default:
			e.buf = utf8.AppendRune(e.buf, r)
		}
	}
	e.buf = append(e.buf, '"')
}
