package post

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"slices"
	"strings"

	"kwi/internal/fault"
	"kwi/internal/outlook"
	"kwi/internal/questionnaire"
)

// The limits of a mail that came back. A workbook grows by a third when it is
// mailed.
const (
	mostMail      = 45 << 20
	mostMailParts = 200
	mostDepth     = 12
	mostSaid      = 2 << 20 // of text that is read
)

// Mail is a saved mail: what it says, and the workbooks that are attached to
// it, or their sheets saved as text. A mail that was sent on with it is a text of its own, and so is a part
// that stands by itself: whoever gathers lists sends several in one. What lies in
// an attached zip is attached itself.
type Mail struct {
	Texts  []Said
	Files  []Attached
	Unread []error // what was attached and may hold a list, but cannot be read, each with its reason
}

// Said is a text of a mail. From are the addresses that it says it is from:
// of the mail that it stands in, and before that of those around it.
type Said struct {
	Text string
	From []string
}

// Attached is a file that came with a mail, and from whom.
type Attached struct {
	File
	From []string
}

// IsMail reports whether bytes begin as a saved mail does: with a header, or as
// Outlook has it.
func IsMail(data []byte) bool {
	if outlook.IsMessage(data) {
		return true
	}
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
	r := &reader{name: name}
	if err := r.savedMail(bytes.NewReader(bytes.TrimLeft(data, "\r\n \t\ufeff")), 0); err != nil {
		switch {
		case errors.Is(err, errTooMuch), errors.Is(err, outlook.ErrTooMuch):
			return Mail{}, fault.New(fault.Overflow, name)
		case fault.Has(err, fault.BrokenPage):
			return Mail{}, fault.New(fault.BrokenPage, name).By(err)
		case fault.Has(err, fault.NotWorkbook):
			return Mail{}, fault.New(fault.NotWorkbook, name).By(err)
		}
		return Mail{}, fault.New(fault.BrokenMail, name).By(err)
	}
	return Mail{Texts: r.texts, Files: r.files, Unread: r.unread}, nil
}

var errTooMuch = errors.New("more in it than a mail holds")

// reader gathers what a mail is made of.
type reader struct {
	name        string // by which the mail is told
	parts, said int
	from        []string // of the message in hand and those around it
	texts       []Said
	files       []Attached
	unread      []error
}

// says keeps a text of the message in hand.
func (r *reader) says(text string) {
	r.texts = append(r.texts, Said{text, slices.Clone(r.from)})
}

// message reads one message, and keeps what it says.
func (r *reader) message(h textproto.MIMEHeader, body io.Reader, depth int) error {
	around := len(r.from)
	r.from = append(r.from, sendersOf(h)...)
	defer func() { r.from = r.from[:around] }()
	said, err := r.part(h, body, depth)
	if err != nil {
		return err
	}
	about := h.Get("Subject")
	if plain, err := (&mime.WordDecoder{CharsetReader: charset}).DecodeHeader(about); err == nil {
		about = plain
	}
	r.keep(about, said)
	return nil
}

// keep keeps what the parts of a message say: as one text, for a mail program may
// cut it at a picture, or where its parts hold lists of several, part by part.
func (r *reader) keep(about string, said []string) {
	whole := strings.Join(said, "\n\n")
	if told := toldBySubject(about, whole); told != "" {
		whole += "\n\n" + told
		said = []string{whole}
	}
	if !questionnaire.HoldsLists(whole) || slices.ContainsFunc(said, questionnaire.HoldsLoosePlaces) {
		said = []string{whole}
	}
	for _, s := range said {
		r.says(s)
	}
}

// toldBySubject is the reference that the subject of a message tells of its answers,
// "" where they tell it themselves, or are none.
func toldBySubject(about, said string) string {
	refs := questionnaire.FindReferences(about)
	if _, told := questionnaire.FindReference(said); told || len(refs) != 1 || refs[0].Mark == "" || !questionnaire.HoldsAnswers(said) {
		return ""
	}
	return refs[0].String()
}

// counts counts a part, and refuses one more than a mail has.
func (r *reader) counts(depth int) error {
	if r.parts++; r.parts > mostMailParts || depth > mostDepth {
		return errTooMuch
	}
	return nil
}

// part reads one part of a message, and gives what it says.
func (r *reader) part(h textproto.MIMEHeader, body io.Reader, depth int) ([]string, error) {
	if err := r.counts(depth); err != nil {
		return nil, err
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
		return r.inside(multipart.NewReader(body, params["boundary"]), kind == "multipart/alternative", depth)
	}
	return r.document(attachedName(h, params), kind, params["charset"], body, depth)
}

// inside reads the parts of a part. Of alternatives, which say the same, the
// first with a list in it counts, or else the first with a place to answer.
func (r *reader) inside(m *multipart.Reader, alternative bool, depth int) (said []string, err error) {
	best := 0
	for {
		p, err := m.NextRawPart()
		if errors.Is(err, io.EOF) {
			return said, nil
		}
		var some []string
		if err == nil {
			some, err = r.part(p.Header, p, depth+1)
		}
		if err != nil {
			return nil, err
		}
		worth := listWorth(strings.Join(some, "\n\n"))
		switch {
		case !alternative:
			said = append(said, some...)
		case len(said) == 0 || worth > best:
			said, best = some, worth
		}
	}
}

// listWorth is how much of a list is in a text: its reference, its places, or none.
func listWorth(s string) int {
	if _, told := questionnaire.FindReference(s); told {
		return 2
	}
	if questionnaire.HoldsLoosePlaces(s) {
		return 1
	}
	return 0
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
