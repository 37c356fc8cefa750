package guide

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

// The texts are written for people: a key at the margin and below it one or
// more pairs of a Dutch and an English text, # before a remark. Within a text
// " | " parts a title from its line.
//
//go:embed text/*.txt
var texts embed.FS

type pair [2]string

const (
	dutch = iota
	english
)

type shelf map[string][]pair

type books struct {
	dutch, english *Guide
	wrong          []string // what a test reports
}

var library = sync.OnceValue(read)

func read() books {
	var b books
	s := make(shelf, 256)
	files, err := texts.ReadDir("text")
	if err != nil {
		b.wrong = append(b.wrong, err.Error())
	}
	for _, f := range files {
		t, err := texts.ReadFile("text/" + f.Name())
		if err != nil {
			b.wrong = append(b.wrong, err.Error())
		}
		b.wrong = append(b.wrong, s.collect(f.Name(), string(t))...)
	}
	b.dutch = &Guide{tag: "nl", side: dutch, shelf: s}
	b.english = &Guide{tag: "en", side: english, shelf: s}
	return b
}

// collect puts one file on the shelf and reports what does not come in pairs.
func (s shelf) collect(name, text string) (wrong []string) {
	key, number, waiting := "", 0, ""
	report := func(line string) { wrong = append(wrong, fmt.Sprintf("%s:%d: %s", name, number, line)) }
	for text != "" {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		number++
		if line == "" || line[0] == '#' {
			continue
		}
		said, isDutch := strings.CutPrefix(line, "  nl ")
		if waiting != "" {
			if said, isEnglish := strings.CutPrefix(line, "  en "); isEnglish {
				s[key] = append(s[key], pair{waiting, said})
				waiting = ""
				continue
			}
			report("the English of the line before is missing: " + line)
			waiting = ""
		}
		switch {
		case isDutch && key != "":
			waiting = said
		case line[0] != ' ' && s[line] == nil:
			key = line
		default:
			report("this belongs nowhere, or stands here twice: " + line)
		}
	}
	if waiting != "" {
		report("the last line has no English")
	}
	return wrong
}
