package account

import (
	"strings"
	"unicode/utf8"

	"kwi/internal/text"
)

// CleanTexts takes what steers out of all texts of a client who comes from elsewhere:
// what people typed, whatever program took it down. A text that had nothing of it stays
// byte by byte.
func (c *Client) CleanTexts() { textCleaner{}.Object(Key{}, c) }

// textCleaner is a walker that takes what steers out of texts.
type textCleaner struct{ Onlooker }

// Text cleans a text.
func (textCleaner) Text(_ Key, at *string, kind TextKind) {
	block := kind == BlockText || kind == KPIActionText
	for i := range len(*at) {
		if b := (*at)[i]; b < ' ' || b > '~' { // all else steers nothing
			*at = withoutSteering(*at, block)
			return
		}
	}
}

func withoutSteering(s string, block bool) string {
	steers := func(r rune) bool { return text.Steers(r) && (!block || r != '\n' && r != '\t') }
	if utf8.ValidString(s) && !strings.ContainsFunc(s, steers) {
		return s
	}
	clean := text.Lines(s)
	if !block {
		clean = strings.NewReplacer("\n", " ", "\t", " ").Replace(clean)
	}
	return clean
}

// Object cleans below it.
func (t textCleaner) Object(_ Key, of Walked) { of.Walk(t) }

// List cleans each element.
func (t textCleaner) List(_ Key, l List) {
	for i := range l.Len() {
		l.Element(i, t)
	}
}

// People cleans each entry.
func (t textCleaner) People(_ Key, _ TextKind, m PeopleMap) {
	for _, who := range m.Keys() {
		m.Alter(who, t)
	}
}
