package ui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/keys"
)

// notice is what the bottom line says until the next key.
type notice struct {
	text  string
	bad   bool
	told  string    // of it what others did, which somebody who types on must not miss
	until time.Time // that stays until then, or esc
	why   string    // of a hint, told on a key
}

// noticeStays is how long what others did stays on the bottom line.
const noticeStays = 6 * time.Second

// say puts a text on the bottom line, behind what must stay there.
func (r *Root) say(text string, bad bool) {
	n := notice{text: text, bad: bad}
	if r.staying() {
		n = notice{text: r.notice.told + " " + text, bad: true, told: r.notice.told, until: r.notice.until}
	}
	r.notice = n
}

// warn says what others did, behind what was said of them already.
func (r *Root) warn(text string) {
	if r.staying() && strings.Contains(r.notice.told, text) {
		return
	}
	if r.staying() {
		text = r.notice.told + " " + text
	}
	r.notice = notice{text: text, bad: true, told: text, until: r.now.Add(noticeStays)}
}

func (r *Root) staying() bool { return r.notice.told != "" && r.now.Before(r.notice.until) }

// quiet takes off what was said, now that a key is pressed, but for what must
// stay.
func (r *Root) quiet(msg tea.Msg) {
	if n := r.notice; r.staying() && !keys.Pressed(msg, keys.Back) {
		r.notice = notice{text: n.told, bad: true, told: n.told, until: n.until}
		return
	}
	r.notice = notice{}
}
