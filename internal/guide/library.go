package guide

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"kwi/internal/language"
)

// Under a key stand one or more texts in each language, in the same order.
// Within a text " | " parts a title from its line.
//
//go:embed text/*.txt
var textFiles embed.FS

// library is the guide in every language, in the order of language.All, and
// what a test reports.
type library struct {
	guides []*Guide
	wrong  []string
}

var readLibrary = sync.OnceValue(func() library {
	folder, err := fs.Sub(textFiles, "text")
	if err != nil {
		return library{wrong: []string{err.Error()}}
	}
	told, wrong := language.ReadTexts(folder)
	l := library{wrong: wrong}
	for i, spoken := range language.All() {
		g := &Guide{tag: spoken.Tag, texts: make(map[string][]string, len(told))}
		for key, lines := range told {
			first, own := strings.Split(lines[0], "\n"), strings.Split(lines[i], "\n")
			g.texts[key] = own
			if len(own) != len(first) || (lines[i] == "") != (lines[0] == "") {
				l.wrong = append(l.wrong, fmt.Sprintf("%s has %d texts in %s, %d in %s", key, len(own), spoken.Tag, len(first), language.All()[0].Tag))
			}
		}
		l.guides = append(l.guides, g)
	}
	return l
})
