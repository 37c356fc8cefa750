package lang

import (
	"fmt"
	"strconv"
	"strings"

	"kwi/internal/account"
)

// fillPlaceholders replaces every {name} that value knows; what it does not know stays
// visible as it is. What ends in a full stop ends the sentence that it stands at the
// end of.
func fillPlaceholders(t string, value func(name string) (string, bool)) string {
	if strings.IndexByte(t, '{') < 0 {
		return t
	}
	var b strings.Builder
	b.Grow(len(t) + 32)
	for {
		open := strings.IndexByte(t, '{')
		if open < 0 {
			break
		}
		length := strings.IndexByte(t[open:], '}')
		if length < 0 {
			break
		}
		b.WriteString(t[:open])
		whole := t[open : open+length+1]
		t = t[open+length+1:]
		v, ok := value(whole[1:length])
		if !ok {
			v = whole
		}
		b.WriteString(v)
		if strings.HasSuffix(v, ".") && (t == "." || strings.HasPrefix(t, ". ")) {
			t = t[1:] // of NewMedia B.V.
		}
	}
	b.WriteString(t)
	return b.String()
}

// numbered is the argument that {1}, {2} … stands for.
func (w *Words) numbered(name string, args []any) (string, bool) {
	i, err := strconv.Atoi(name)
	if err != nil || i < 1 || i > len(args) {
		return "", false
	}
	return w.say(args[i-1]), true
}

// say writes one argument. A bare int is written without separators, for it
// may be a year; use Int or N for a quantity.
func (w *Words) say(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case account.Date:
		return w.Date(v)
	case account.Moment:
		return w.Moment(v)
	case account.Target:
		return w.Target(v)
	}
	return fmt.Sprint(v) // a fmt.Stringer says itself
}
