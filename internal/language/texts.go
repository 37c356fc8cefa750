package language

import (
	"fmt"
	"io/fs"
	"strings"
)

// Texts are the texts of every key: for each language, in the order of All,
// the lines that stand under the key.
type Texts map[string][len(languages)][]string

// ReadTexts reads all files of a folder of texts. They are written for people:
// a key at the margin, below it lines that begin with two spaces, the tag of a
// language and a space, # before a remark.
//
//	portfolio.overdue.one
//	  nl {n} belofte te laat
//	  en {n} promise overdue
//
// A language may have files of its own, in which the keys stand once more. wrong
// reports every line that cannot be used and every key that stands twice in one
// language; a test fails on it.
func ReadTexts(folder fs.FS) (texts Texts, wrong []string) {
	texts = make(Texts, 2048)
	files, err := fs.Glob(folder, "*.txt")
	if err != nil || len(files) == 0 {
		wrong = append(wrong, fmt.Sprintf("no texts: %v", err))
	}
	for _, name := range files {
		content, err := fs.ReadFile(folder, name)
		if err != nil {
			wrong = append(wrong, err.Error())
		}
		for _, line := range texts.read(string(content)) {
			wrong = append(wrong, name+":"+line)
		}
	}
	return texts, wrong
}

// read takes one file over and reports what it could not use.
func (t Texts) read(content string) (wrong []string) {
	key, number := "", 0
	var under [len(languages)][]string
	finish := func() {
		if key == "" {
			return
		}
		all := t[key]
		for i, lines := range under {
			switch {
			case len(lines) > 0 && len(all[i]) > 0:
				wrong = append(wrong, fmt.Sprintf("%d: %s stands here twice", number, key))
				return
			case len(lines) > 0:
				all[i] = lines
			}
		}
		t[key] = all
	}
	for content != "" {
		var line string
		line, content, _ = strings.Cut(content, "\n")
		number++
		switch {
		case line == "" || line[0] == '#':
			continue
		case line[0] != ' ':
			finish()
			key, under = line, [len(languages)][]string{}
			continue
		}
		if i := spokenIn(line); i >= 0 && key != "" {
			under[i] = append(under[i], line[len("  ")+len(languages[i].Tag)+len(" "):])
		} else {
			wrong = append(wrong, fmt.Sprintf("%d: no key, no text: %s", number, line))
		}
	}
	finish()
	return wrong
}

// spokenIn returns the language of a line of text, -1 for none.
func spokenIn(line string) int {
	for i, l := range languages {
		if strings.HasPrefix(line, "  "+l.Tag+" ") {
			return i
		}
	}
	return -1
}
