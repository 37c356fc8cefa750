package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"kwi/internal/text"
)

// lookAt looks at one file as who gets it does, and at all in it.
func lookAt(t *testing.T, name string, content []byte) {
	t.Helper()
	form := filepath.Ext(name)
	if form == ".zip" {
		z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			if !filepath.IsLocal(f.Name) || strings.Contains(f.Name, `\`) {
				t.Errorf("%s: %q leads out of it", name, f.Name)
			}
			if err := nameOut(path.Base(f.Name)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			inner, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			lookAt(t, name+" › "+f.Name, inner)
		}
		return
	}
	look := waysOut[form]
	if form == ".txt" {
		look = plainOut
	}
	if look == nil {
		t.Errorf("%s is written in a new form: who looks at it?", name)
		return
	}
	if err := look(content); err != nil {
		t.Errorf("%s: %v", name, err)
	}
}

// nameOut looks at the name of a file.
func nameOut(name string) error {
	bare, _, _ := strings.Cut(name, ".")
	if regexp.MustCompile(`(?i)^(con|prn|aux|nul|com\d|lpt\d)$`).MatchString(strings.TrimSpace(bare)) || strings.ContainsAny(name, `<>:"/\|?*`) || strings.ContainsFunc(name, text.Steers) ||
		strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") || len(name) > 255 || !utf8.ValidString(name) {
		return fmt.Errorf("%q is no name for a file", name)
	}
	return nil
}

func plainOut(content []byte) error {
	if !utf8.Valid(content) {
		return errors.New("it is not valid")
	}
	if i := bytes.IndexFunc(content, func(r rune) bool { return r != '\n' && r != '\r' && r != '\t' && text.Steers(r) }); i >= 0 {
		return fmt.Errorf("something steers: %q", content[i:min(len(content), i+40)])
	}
	return nil
}

func jsonOut(content []byte) error {
	if !json.Valid(content) {
		return errors.New("no JSON")
	}
	return plainOut(content)
}

// elementsOut looks for an element, an attribute or an address that nobody put there.
func elementsOut(content []byte) error {
	d := xml.NewDecoder(bytes.NewReader(content))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		e, is := token.(xml.StartElement)
		if !is {
			continue
		}
		if e.Name.Local == "evil" {
			return errors.New("an element of theirs")
		}
		for _, a := range e.Attr {
			if name := a.Name.Local; name == "evil" || name == "onload" || (name == "href" || name == "src") && (strings.HasPrefix(a.Value, "javascript:") || strings.Contains(a.Value, "evil.example") && !strings.HasPrefix(a.Value, "mailto:")) {
				return fmt.Errorf("%s has %s=%q", e.Name.Local, name, a.Value)
			}
		}
	}
}

func pageOut(content []byte) error {
	if err := plainOut(content); err != nil {
		return err
	}
	return elementsOut(regexp.MustCompile(`(?s)(<script[^>]*>).*?(</script>)`).ReplaceAll(content, []byte("$1$2"))) // our own is no XML
}

func markdownOut(content []byte) error {
	if err := plainOut(content); err != nil {
		return err
	}
	program, err := exec.LookPath("cmark-gfm")
	if err != nil {
		return nil // its own test is passed over too
	}
	cmd := exec.Command(program, "--unsafe", "-e", "table", "-e", "strikethrough")
	cmd.Stdin = bytes.NewReader(content)
	page, err := cmd.Output()
	if err != nil {
		return err
	}
	return elementsOut(page)
}

func pdfOut(content []byte) error {
	if bytes.Contains(content, []byte("/URI (http://evil")) || bytes.Contains(content, []byte("/JavaScript")) {
		return errors.New("it leads to them")
	}
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		return nil
	}
	cmd := exec.Command(program, "-enc", "UTF-8", "-nopgbrk", "-", "-")
	cmd.Stdin = bytes.NewReader(content)
	said, err := cmd.Output()
	if err != nil {
		return err
	}
	if bytes.ContainsAny(said, "\x1b\u009b\u202e") {
		return errors.New("something steers in its text")
	}
	return nil
}

func workbookOut(content []byte) error {
	parts := unpacked(content)
	if m := regexp.MustCompile(`<f[ >][^<]*(evil|cmd|SUM\(1\))[^<]*</f>|Target="[^"]*evil[^"]*"`).FindString(parts); m != "" {
		return fmt.Errorf("a formula or a link: %s", m)
	}
	return plainOut([]byte(parts))
}

func mailOut(content []byte) error {
	m, err := mail.ReadMessage(bytes.NewReader(content))
	if err != nil {
		return err
	}
	for _, name := range []string{"Bcc", "Evil", "X-Evil"} {
		if m.Header.Get(name) != "" {
			return fmt.Errorf("a header %s", name)
		}
	}
	for _, name := range []string{"To", "Cc", "From"} {
		to, err := m.Header.AddressList(name)
		if err != nil && !errors.Is(err, mail.ErrHeaderNotPresent) {
			return err
		}
		for _, a := range to {
			if strings.Contains(a.Address, "evil") {
				return errors.New("it goes to them")
			}
		}
	}
	return nil
}

func calendarOut(content []byte) error {
	if err := plainOut(content); err != nil {
		return err
	}
	whole := strings.ReplaceAll(strings.ReplaceAll(string(content), "\r\n ", ""), "\r\n\t", "")
	depth := 0
	for l := range strings.SplitSeq(strings.TrimSuffix(whole, "\r\n"), "\r\n") {
		name, _, _ := strings.Cut(l, ":")
		switch {
		case strings.ContainsAny(l, "\r\n"), name == l, strings.HasPrefix(name, "X-EVIL"), strings.HasPrefix(name, "Bcc"):
			return fmt.Errorf("a line of theirs: %q", l)
		case l == "BEGIN:VEVENT":
			depth++
		case l == "END:VEVENT":
			depth--
		}
		if depth < 0 || depth > 1 {
			return errors.New("an event of theirs")
		}
	}
	return nil
}

func csvOut(content []byte) error {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\ufeff"))))
	r.Comma, r.FieldsPerRecord = ';', -1
	if first, _, _ := bytes.Cut(content, []byte("\n")); !bytes.Contains(first, []byte(";")) {
		r.Comma = ','
	}
	rows, err := r.ReadAll()
	if err != nil {
		return err
	}
	number := regexp.MustCompile(`^[+-]?[\d.,]+$`)
	for _, row := range rows {
		for _, cell := range row {
			if text.BeginsFormula(cell) && !number.MatchString(cell) {
				return fmt.Errorf("a formula: %q", cell)
			}
		}
	}
	return plainOut(content)
}
