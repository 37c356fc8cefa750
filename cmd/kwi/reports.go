package main

import (
	"bytes"
	"time"
	"unicode/utf8"
)

// reports puts together what a terminal sends in pieces, before anything
// makes keys of it. The reports of a terminal (of the mouse, the focus, a
// colour, a paste) begin with Esc and go on with letters and digits; when the
// rest of one comes late, over a slow line, it must not be typed: a 7 in it
// would be a grade. So a report passes whole or not at all, and only the Esc
// that nothing follows is the key.
//
// It knows no clock: whoever reads waits for so long as wait says and then
// tells by lapse that nothing came.
type reports struct {
	held    []byte // an unfinished report
	gone    []byte // one that was given up: what comes next may be its rest
	acted   bool   // that was a key, Esc or a letter after it
	pasting bool   // between the reports of a paste everything is text
}

// How long the rest of something is waited for. The key Esc must act at once,
// as far as one can see.
const (
	escWait    = 50 * time.Millisecond
	reportWait = 2 * time.Second
)

// The key Esc as a report of its own, which needs no more waiting.
const escKey = "\x1b[27u"

const (
	pasteBegin = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// longestReport is how many bytes a report may have.
const longestReport = 512

// take is what passes of what was read.
func (r *reports) take(read []byte) (pass []byte) {
	b := append(r.held, read...)
	r.held = nil
	if r.gone != nil && len(b) > 0 {
		var on bool
		if b, on = r.rest(b); !on {
			return nil
		}
	}
	for len(b) > 0 {
		if r.pasting {
			n := pasted(b)
			if pass = append(pass, b[:n]...); bytes.HasSuffix(pass, []byte(pasteEnd)) {
				r.pasting = false
			}
			if b = b[n:]; n == 0 {
				break
			}
			continue
		}
		n, state := splitFirst(b)
		if state == unfinished {
			break
		}
		if state == wholeInput {
			pass = append(pass, b[:n]...)
			r.pasting = string(b[:n]) == pasteBegin
		} else if state == escape {
			pass = append(pass, escKey...)
		}
		b = b[n:]
	}
	if len(b) > 0 {
		r.held = bytes.Clone(b)
	}
	return pass
}

// rest takes the late rest of what was given up off the front of what came.
// One letter alone after the key Esc may be typed, and waits a moment for
// more. It reports whether there is anything to go on with.
func (r *reports) rest(b []byte) ([]byte, bool) {
	gone := r.gone
	if b[0] == escapeByte { // only the end of a text is one too
		end := len(b) > 1 && b[1] == '\\' && len(gone) > 1 && bytes.IndexByte([]byte("]P_"), gone[1]) >= 0
		if r.gone = nil; end {
			b = b[2:]
		}
		return b, true
	}
	all := append(bytes.Clone(gone), b...)
	n, state := splitFirst(all)
	switch {
	case r.acted && len(b) == 1 && (state == unfinished || state == wholeInput && follows(all[1])):
		r.held = b
		return nil, false
	case state == unfinished:
		r.gone, r.acted = all, false
		return nil, false
	}
	if r.gone = nil; state == wholeInput && n > len(gone) && follows(all[1]) {
		return all[n:], true
	}
	return b, true
}

// lapse is what passes when nothing came for as long as wait says.
func (r *reports) lapse() (pass []byte) {
	held := r.held
	if len(held) == 0 || r.pasting {
		return nil
	}
	r.held = nil
	switch {
	case held[0] != escapeByte && r.gone != nil: // a letter after the key Esc, typed after all
		r.gone = append(r.gone, held...)
		return held
	case held[0] != escapeByte: // the half of a character
		return nil
	}
	r.gone, r.acted = held, false
	for len(held) > 0 && len(bytes.Trim(held, "\x1b")) == 0 {
		pass, held, r.gone, r.acted = append(pass, escKey...), held[1:], []byte{escapeByte}, true
	}
	return pass
}

// wait is how long to wait for more, 0 where nothing is held.
func (r *reports) wait() time.Duration {
	switch {
	case len(r.held) == 0 || r.pasting:
		return 0
	case len(bytes.Trim(r.held, "\x1b")) == 0, r.gone != nil:
		return escWait
	}
	return reportWait
}

// inputStanding is what stands at the front of what was read.
type inputStanding byte

const (
	wholeInput  inputStanding = iota // a character or a report
	unfinished                       // what may become one
	escape                           // the key Esc
	neverReport                      // what will not be one
)

const escapeByte = 0x1b

// splitFirst is how many bytes the first thing has, and what it is.
func splitFirst(b []byte) (int, inputStanding) {
	switch {
	case b[0] != escapeByte && !utf8.FullRune(b):
		return len(b), unfinished
	case b[0] != escapeByte:
		_, n := utf8.DecodeRune(b)
		return n, wholeInput
	case len(b) == 1:
		return 1, unfinished
	case b[1] == escapeByte && len(b) == 2:
		return 2, unfinished
	case b[1] == escapeByte && (b[2] == '[' || b[2] == 'O'): // a key with alt
		n, state := splitFirst(b[1:])
		return n + 1, state
	case b[1] == escapeByte:
		return 1, escape
	case !follows(b[1]): // a key with alt
		n, state := splitFirst(b[1:])
		return n + 1, state
	}
	n, state := reportLength(b)
	if state == unfinished && n > longestReport {
		state = neverReport
	}
	return n, state
}

// follows reports whether what comes after Esc makes a report of it.
func follows(b byte) bool { return bytes.IndexByte([]byte("[O]P_^X"), b) >= 0 }

// reportLength is how many bytes a report has.
func reportLength(b []byte) (int, inputStanding) {
	switch b[1] {
	case ']':
		return textReport(b, digits)
	case 'P':
		return textReport(b, "0123456789;>=!$+|?")
	case '_':
		return textReport(b, "G")
	case '^', 'X':
		return 2, neverReport
	}
	for i := 2; i < len(b); i++ {
		c := b[i]
		switch {
		case b[1] == '[' && i == 2 && c == '[', b[1] == '[' && i == 2 && c == 'M': // the keys of a bare console, the mouse of an old terminal
			more := map[byte]int{'[': 1, 'M': 3}[c]
			if len(b) <= i+more {
				return len(b), unfinished
			}
			return i + 1 + more, wholeInput
		case c >= 0x40 && c <= 0x7e:
			return i + 1, wholeInput
		case c < 0x20 || c > 0x7e:
			return i, neverReport
		}
	}
	return len(b), unfinished
}

const digits = "0123456789"

// textReport is how many bytes a report has that holds a text; it begins with one
// of some characters and ends with a bell or Esc \.
func textReport(b []byte, begins string) (int, inputStanding) {
	if len(b) > 2 && bytes.IndexByte([]byte(begins), b[2]) < 0 {
		return 2, neverReport
	}
	for i := 2; i < len(b); i++ {
		switch c := b[i]; {
		case c == 0x07:
			return i + 1, wholeInput
		case c == escapeByte && i+1 == len(b):
			return len(b), unfinished
		case c == escapeByte && b[i+1] == '\\':
			return i + 2, wholeInput
		case c < 0x20:
			return i, neverReport
		}
	}
	return len(b), unfinished
}

// pasted is how many bytes of a paste pass: up to and with its end, or all
// but what may be the beginning of that, or of a character.
func pasted(b []byte) int {
	if i := bytes.Index(b, []byte(pasteEnd)); i >= 0 {
		return i + len(pasteEnd)
	}
	for n := min(len(pasteEnd)-1, len(b)); n > 0; n-- {
		if bytes.HasSuffix(b, []byte(pasteEnd[:n])) {
			return len(b) - n
		}
	}
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		if tail := b[len(b)-n:]; utf8.RuneStart(tail[0]) {
			if !utf8.FullRune(tail) {
				return len(b) - n
			}
			break
		}
	}
	return len(b)
}
