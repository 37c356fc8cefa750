package post

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"path"
	"strings"

	"kwi/internal/fault"
	"kwi/internal/questionnaire"
)

// The limits of a mail that came back. A workbook grows by a third when it is
// mailed.
const (
	mostMail  = 45 << 20
	mostParts = 200
	mostDepth = 12
	mostSaid  = 2 << 20 // of text that is read
)

// Mail is a saved mail: its text and the workbooks that are attached to it.
type Mail struct {
	Text  string
	Files []File
}

// IsMail tells whether bytes begin as a saved mail does: with a header.
func IsMail(data []byte) bool {
	text, _, _ := bytes.Cut(bytes.TrimLeft(data[:min(len(data), 4096)], "\r\n \t\ufeff"), []byte("\n"))
	name, value, ok := bytes.Cut(text, []byte(":"))
	if !ok || len(name) == 0 || len(bytes.TrimSpace(value)) == 0 && !bytes.Contains(data[:min(len(data), 4096)], []byte("\n ")) {
		return false
	}
	for _, c := range name {
		if c <= ' ' || c >= 0x7f {
			return false
		}
	}
	return true
}

// Read reads a saved mail. Its text is that in plain text or, where there is
// none with a list in it, what its HTML says.
func Read(data []byte, name string) (Mail, error) {
	name = questionnaire.Name(name)
	if len(data) > mostMail {
		return Mail{}, fault.New(fault.Overflow, name)
	}
	m, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(data, "\r\n \t\ufeff")))
	if err != nil {
		return Mail{}, fault.New(fault.NotWorkbook, name).By(err)
	}
	r := &reader{}
	if err := r.part(textproto.MIMEHeader(m.Header), m.Body, 0); err != nil {
		if errors.Is(err, errTooMuch) {
			return Mail{}, fault.New(fault.Overflow, name)
		}
		return Mail{}, fault.New(fault.BrokenBook, name).By(err)
	}
	out := Mail{Text: strings.Join(r.text, "\n\n"), Files: r.files}
	if _, ok := questionnaire.FindReference(out.Text); !ok && len(r.html) > 0 {
		out.Text = strings.Join(r.html, "\n\n")
	}
	return out, nil
}

var errTooMuch = errors.New("more in it than a mail holds")

// reader gathers what a mail is made of.
type reader struct {
	parts      int
	text, html []string
	files      []File
}

func (r *reader) part(h textproto.MIMEHeader, body io.Reader, depth int) error {
	if r.parts++; r.parts > mostParts || depth > mostDepth {
		return errTooMuch
	}
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil && kind == "" {
		kind = "text/plain"
	}
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, &sixtyFour{body})
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	}
	if strings.HasPrefix(kind, "multipart/") && params["boundary"] != "" {
		return r.inside(multipart.NewReader(body, params["boundary"]), depth)
	}
	if kind == "message/rfc822" {
		m, err := mail.ReadMessage(body)
		if err != nil {
			return err
		}
		return r.part(textproto.MIMEHeader(m.Header), m.Body, depth+1)
	}
	name := attachedName(h, params)
	workbook := strings.Contains(kind, "spreadsheetml") || strings.EqualFold(path.Ext(name), ".xlsx")
	switch {
	case workbook:
		content, err := io.ReadAll(io.LimitReader(body, mostMail))
		if err != nil {
			return err
		}
		r.files = append(r.files, File{name, content})
	case kind == "text/plain" && name == "":
		s, err := said(body, params["charset"])
		r.text = append(r.text, s)
		return err
	case kind == "text/html" && name == "":
		s, err := said(body, params["charset"])
		r.html = append(r.html, fromHTML(s))
		return err
	}
	return nil
}

func (r *reader) inside(m *multipart.Reader, depth int) error {
	for {
		p, err := m.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = r.part(p.Header, p, depth+1)
		}
		if err != nil {
			return err
		}
	}
}

// attachedName is how an attachment is called, "" where it has no name.
func attachedName(h textproto.MIMEHeader, params map[string]string) string {
	_, more, _ := mime.ParseMediaType(h.Get("Content-Disposition"))
	for _, name := range []string{more["filename"], params["name"]} {
		if name != "" {
			if plain, err := (&mime.WordDecoder{CharsetReader: charset}).DecodeHeader(name); err == nil {
				name = plain
			}
			return questionnaire.Name(name)
		}
	}
	return ""
}

// said is the text of a part as UTF-8.
func said(body io.Reader, set string) (string, error) {
	b, err := io.ReadAll(io.LimitReader(body, mostSaid+1))
	if err != nil {
		return "", err
	}
	if len(b) > mostSaid {
		return "", errTooMuch
	}
	return decoded(b, set), nil
}
