package post

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net/mail"
	"net/textproto"
	"path"
	"slices"
	"strings"

	"kwi/internal/archive"
	"kwi/internal/fault"
	"kwi/internal/outlook"
	"kwi/internal/questionnaire"
)

// document reads what is no part of others: the text of a message, which it
// gives, or what is attached to one. Whatever a mail program calls the kind of an
// attachment, the end of its name tells what it may be.
func (r *reader) document(name, kind, set string, body io.Reader, depth int) ([]string, error) {
	ending := strings.ToLower(path.Ext(name))
	is := func(endings ...string) bool { return slices.Contains(endings, ending) }
	switch {
	case kind == "message/rfc822", kind == "application/vnd.ms-outlook", is(".eml", ".msg"):
		return nil, r.savedMail(body, depth+1)
	case strings.Contains(kind, "spreadsheetml"), is(".xlsx", ".ods", ".csv", ".tsv"):
		content, err := io.ReadAll(io.LimitReader(body, mostMail))
		if err != nil {
			return nil, err
		}
		r.files = append(r.files, Attached{File{name, content}, slices.Clone(r.from)})
	case is(".zip"), kind == "application/zip", kind == "application/x-zip-compressed":
		content, err := io.ReadAll(io.LimitReader(body, mostMail))
		if err != nil {
			return nil, err
		}
		return nil, r.zipped(name, content, depth)
	case kind == "text/plain" || kind == "text/html" || is(".txt", ".html", ".htm"):
		s, err := r.text(body, set)
		if err == nil && (kind == "text/html" || ending != ".txt" && ending != "") {
			s, err = fromPage(s, name)
		}
		if name == "" || err != nil {
			return []string{s}, err
		}
		r.says(s) // a file beside the message
	}
	return nil, nil
}

// savedMail reads a mail, whichever program saved it.
func (r *reader) savedMail(body io.Reader, depth int) error {
	from := bufio.NewReader(body)
	if begin, _ := from.Peek(len(outlook.Signature)); string(begin) == outlook.Signature {
		data, err := io.ReadAll(io.LimitReader(from, mostMail))
		if err != nil {
			return err
		}
		m, err := outlook.Read(data)
		if err != nil {
			return err
		}
		return r.outlook(m, r.name, depth)
	}
	m, err := mail.ReadMessage(from)
	if err != nil && depth == 0 {
		return fault.New(fault.NotWorkbook, r.name).By(err)
	}
	if err != nil {
		return err
	}
	return r.message(textproto.MIMEHeader(m.Header), m.Body, depth)
}

// zipped reads the files in an attached zip as if each were attached itself. What
// cannot be read of it is told, and leaves the rest.
func (r *reader) zipped(name string, content []byte, depth int) error {
	if name == "" {
		name = ".zip"
	}
	files, err := archive.Open(content, archive.Under(r.name, name))
	if err != nil {
		r.unread = append(r.unread, err)
		return nil
	}
	room := int64(archive.MostUnpacked)
	for _, f := range files {
		if !questionnaire.IsReturnKind(f.Own) {
			continue
		}
		if err := r.counts(depth + 1); err != nil {
			return err
		}
		data, err := f.Unpack(&room)
		if err == nil {
			_, err = r.document(f.Told, "", "", bytes.NewReader(data), depth+1)
		}
		switch {
		case errors.Is(err, errTooMuch):
			return err
		case errors.Is(err, outlook.ErrTooMuch):
			err = fault.New(fault.Overflow, f.Told)
		case err != nil:
			if _, told := fault.Of(err); !told {
				err = fault.New(fault.BrokenMail, f.Told).By(err)
			}
		}
		if err != nil {
			r.unread = append(r.unread, err)
		}
	}
	return nil
}

// outlook reads a message as Outlook saved it, and keeps what it says. name is
// how it is told.
func (r *reader) outlook(m outlook.Message, name string, depth int) error {
	if err := r.counts(depth); err != nil {
		return err
	}
	around := len(r.from)
	for _, from := range m.From {
		r.from = append(r.from, cleanHeader(from))
	}
	defer func() { r.from = r.from[:around] }()
	plain, err := r.text(strings.NewReader(m.Text), "")
	if err != nil {
		return err
	}
	page, err := r.text(strings.NewReader(m.Page), "")
	if err == nil {
		page, err = fromPage(page, name)
	}
	if err != nil {
		return err
	}
	if m.OnlyRich {
		r.unread = append(r.unread, fault.New(fault.OnlyRich, name))
	}
	if plain == "" || listWorth(page) > listWorth(plain) {
		plain = page
	}
	for _, a := range m.Attachments {
		if a.Message != nil {
			if err := r.outlook(*a.Message, name, depth+1); err != nil {
				return err
			}
			continue
		}
		if err := r.counts(depth + 1); err != nil {
			return err
		}
		said, err := r.document(questionnaire.Name(a.Name), strings.ToLower(a.Kind), "", bytes.NewReader(a.Content), depth+1)
		if err != nil {
			return err
		}
		for _, s := range said {
			r.says(s) // without a name
		}
	}
	r.keep(m.Subject, []string{plain})
	return nil
}

// text is the text of a part as UTF-8.
func (r *reader) text(body io.Reader, set string) (string, error) {
	b, err := io.ReadAll(io.LimitReader(body, mostSaid+1))
	if err != nil {
		return "", err
	}
	if r.said += len(b); len(b) > mostSaid || r.said > 4*mostSaid {
		return "", errTooMuch
	}
	return decoded(b, set), nil
}
