package language

import (
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// Texts are the texts of every key: for each language, in the order of All,
// what stands under the key, with a line end between its lines; "" where it has
// nothing there.
type Texts map[string][len(languages)]string

// usual is about how many texts one folder has: room for them is made once.
const usual = 8192

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
	texts = make(Texts, usual)
	files, err := fs.Glob(folder, "*.txt")
	if err != nil || len(files) == 0 {
		wrong = append(wrong, fmt.Sprintf("no texts: %v", err))
	}
	buffer := make([]byte, 32<<10)
	for _, name := range files {
		content, err := readString(folder, name, buffer)
		if err != nil {
			wrong = append(wrong, err.Error())
		}
		for _, line := range texts.read(content) {
			wrong = append(wrong, name+":"+line)
		}
	}
	return texts, wrong
}

// readString reads a file, by way of a buffer, into one string of which all its texts are parts.
func readString(folder fs.FS, name string, buffer []byte) (string, error) {
	f, err := folder.Open(name)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	var b strings.Builder
	if info, err := f.Stat(); err == nil {
		b.Grow(int(info.Size()))
	}
	_, err = io.CopyBuffer(&b, f, buffer)
	return b.String(), err
}

// read takes one file over and reports what it could not use.
func (t Texts) read(content string) (wrong []string) {
	key, number := "", 0
	var under [len(languages)]string
	finish := func() {
		if key == "" {
			return
		}
		all := t[key]
		for i, text := range under {
			switch {
			case text != "" && all[i] != "":
				wrong = append(wrong, fmt.Sprintf("%d: %s stands here twice", number, key))
				return
			case text != "":
				all[i] = text
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
			key, under = line, [len(languages)]string{}
			continue
		}
		i := spokenIn(line)
		if i < 0 || key == "" {
			wrong = append(wrong, fmt.Sprintf("%d: no key, no text: %s", number, line))
			continue
		}
		text := line[len("  ")+len(languages[i].Tag)+len(" "):]
		if under[i] != "" {
			text = under[i] + "\n" + text
		}
		under[i] = text
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
