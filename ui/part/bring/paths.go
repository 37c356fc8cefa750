package bring

import (
	"net/url"
	"strings"
	"unicode"
)

// Paths are the files and folders in what was typed, pasted or dragged into
// the terminal, which puts them in quotes, writes a backslash before what a
// shell would stumble over, or makes them addresses of the form file://. What
// has none of these is one path, spaces and all.
func Paths(typed string) []string {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return nil
	}
	if !dragged(typed) {
		return []string{typed}
	}
	var all []string
	for _, w := range splitPaths(typed) {
		if rest, ok := strings.CutPrefix(w, "file://"); ok {
			rest = strings.TrimPrefix(rest, "localhost")
			if plain, err := url.PathUnescape(rest); err == nil {
				rest = plain
			}
			if len(rest) > 2 && rest[0] == '/' && rest[2] == ':' {
				rest = rest[1:] // /C:/…
			}
			w = rest
		}
		if w != "" {
			all = append(all, w)
		}
	}
	return all
}

// dragged reports whether a path was written by a program rather than by hand.
func dragged(typed string) bool {
	return strings.HasPrefix(typed, "file://") || typed[0] == '\'' || typed[0] == '"' || strings.Contains(typed, `\ `)
}

// splitPaths takes a line apart as a shell would: at spaces that are not in quotes
// and have no backslash before them. A backslash before a letter or a digit
// stays, for so Windows writes folders.
func splitPaths(typed string) (all []string) {
	var now strings.Builder
	var quote rune
	begun := false
	runes := []rune(typed)
	for i := 0; i < len(runes); i++ {
		switch r := runes[i]; {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			now.WriteRune(r)
		case r == '\'' || r == '"':
			quote, begun = r, true
		case r == '\\' && i+1 < len(runes) && isEscapable(runes[i+1]):
			i++
			now.WriteRune(runes[i])
			begun = true
		case unicode.IsSpace(r):
			if begun {
				all = append(all, now.String())
			}
			now.Reset()
			begun = false
		default:
			now.WriteRune(r)
			begun = true
		}
	}
	if begun {
		all = append(all, now.String())
	}
	return all
}

// isEscapable reports whether a backslash before a character is only there for a shell.
func isEscapable(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\\' && r != '.' && r != '_'
}
