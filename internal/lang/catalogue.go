package lang

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

// The catalogue is written for people: a key at the margin, below it the Dutch
// and the English text, # before a remark. A second line of the same language
// is a second line of the text.
//
//	portfolio.overdue.one
//	  nl {n} belofte te laat
//	  en {n} promise overdue
//
//go:embed text/*.txt
var texts embed.FS

type pair [2]string

type book struct {
	dutch, english *Words
	wrong          []string // what a test reports: lines that cannot be read, keys told twice
}

var catalogue = sync.OnceValue(read)

func read() book {
	b := book{}
	files, err := texts.ReadDir("text")
	if err != nil {
		b.wrong = append(b.wrong, err.Error())
	}
	pairs := make(map[string]pair, 2048)
	for _, f := range files {
		t, err := texts.ReadFile("text/" + f.Name())
		if err != nil {
			b.wrong = append(b.wrong, err.Error())
		}
		b.wrong = append(b.wrong, collect(pairs, f.Name(), string(t))...)
	}
	b.dutch = &Words{tag: "nl", side: dutch, book: pairs}
	b.english = &Words{tag: "en", side: english, book: pairs}
	return b
}

// collect reads one file into the pairs and reports what it could not use.
func collect(pairs map[string]pair, name, text string) (wrong []string) {
	key, now, number := "", pair{}, 0
	keep := func() {
		if key == "" {
			return
		}
		if _, twice := pairs[key]; twice {
			wrong = append(wrong, fmt.Sprintf("%s: %s stands in the catalogue twice", name, key))
		}
		pairs[key] = now
	}
	for text != "" {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		number++
		switch {
		case line == "" || line[0] == '#':
		case line[0] != ' ':
			keep()
			key, now = line, pair{}
		case key != "" && strings.HasPrefix(line, "  nl "):
			now[dutch] = join(now[dutch], line[5:])
		case key != "" && strings.HasPrefix(line, "  en "):
			now[english] = join(now[english], line[5:])
		default:
			wrong = append(wrong, fmt.Sprintf("%s:%d: no key, no text: %s", name, number, line))
		}
	}
	keep()
	return wrong
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "\n" + b
}
