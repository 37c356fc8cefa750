package lang

import (
	"embed"
	"io/fs"
	"sync"

	"kwi/internal/language"
)

//go:embed text/*.txt
var textFiles embed.FS

// catalogue is the words of every language, in the order of language.All, and
// what a test reports: lines that cannot be read, keys told twice.
type catalogue struct {
	words []*Words
	wrong []string
}

var readCatalogue = sync.OnceValue(func() catalogue {
	folder, err := fs.Sub(textFiles, "text")
	if err != nil {
		return catalogue{wrong: []string{err.Error()}}
	}
	told, wrong := language.ReadTexts(folder)
	c := catalogue{wrong: wrong}
	for i, l := range language.All() {
		w := &Words{language: l, index: i, texts: told}
		w.other = &Words{language: l, index: i, texts: told, looks: true}
		c.words = append(c.words, w)
	}
	return c
})
