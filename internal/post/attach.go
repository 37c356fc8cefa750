package post

import (
	"bytes"
	"mime"
	"path"
	"strconv"
	"strings"
	"unicode"

	"github.com/wneessen/go-mail"

	"kwi/internal/text"
)

// attach puts files with a letter, each under a name of its own.
func attach(m *mail.Msg, files []File) {
	taken := map[string]bool{}
	for _, f := range files {
		name := fileName(f.Name)
		ending := path.Ext(name)
		stem := strings.TrimSuffix(name, ending)
		for n := 2; taken[text.Fold(name)]; n++ {
			name = stem + "-" + strconv.Itoa(n) + ending
		}
		taken[text.Fold(name)] = true
		m.AttachReadSeeker(name, bytes.NewReader(f.Content), named(name))
	}
}

// named writes the headers of an attachment. Its name stands there twice, as RFC
// 2231 has it and as the mail programs want it that never learnt that.
func named(name string) mail.FileOption {
	return func(f *mail.File) {
		kind := mime.TypeByExtension(path.Ext(name))
		switch {
		case strings.HasSuffix(name, ".xlsx"):
			kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
		case kind == "":
			kind = "application/octet-stream"
		}
		f.Header.Set("Content-Type", kind+`; name="`+mime.QEncoding.Encode("utf-8", name)+`"`)
		f.Header.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	}
}

// longestName is how many characters the name of a file has at most: with what
// letters of other scripts take in a header it stays within a line.
const longestName = 80

// fileName is a name that every machine can keep: of letters of any script, digits,
// points and hyphens. Letters stay apart, or two people would have one name.
func fileName(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == '.', r == '-', r == '_':
			return r
		}
		return '-'
	}, text.Compose(strings.ToValidUTF8(s, "-")))
	s = strings.TrimLeft(s, ".-")
	ending := path.Ext(s)
	if stem := []rune(strings.TrimSuffix(s, ending)); len(stem) > longestName {
		s = string(stem[:longestName]) + ending
	}
	return s
}
