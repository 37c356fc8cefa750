package post

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"mime"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/wneessen/go-mail"

	"kwi/internal/account"
	"kwi/internal/text"
)

// unsent is the header by which Outlook and Thunderbird know a draft that can
// be sent as it is.
const unsent = "X-Unsent"

// Draft writes a letter as a file that a mail program opens. Those that know
// the mark open it ready to be sent.
func Draft(w io.Writer, l Letter) error {
	m, err := message(l)
	if err != nil {
		return err
	}
	m.SetGenHeader(unsent, "1")
	_, err = m.WriteTo(w)
	return err
}

// message is the letter as the library writes it. It is the same for the same
// letter. A letter to nobody has no header for them.
func message(l Letter) (*mail.Msg, error) {
	m := mail.NewMsg(mail.WithCharset(mail.CharsetUTF8), mail.WithEncoding(mail.EncodingQP), mail.WithNoDefaultUserAgent())
	if l.From.Email != "" {
		m.FromMailAddress(l.From.written())
	}
	if l.ReplyTo.Email != "" {
		m.ReplyToMailAddress(l.ReplyTo.written())
	}
	if l.To.Email != "" {
		m.AddToMailAddress(l.To.written())
	}
	for _, also := range l.Also {
		m.AddToMailAddress(also.written())
	}
	m.Subject(header(l.Subject))
	m.SetDateWithValue(l.At)
	mark := letterDigest(l)
	if l.Message == "" {
		l.Message = mark + nowhere
	}
	m.SetMessageIDWithValue(l.Message)
	m.SetBoundary("kwi-" + mark)
	m.SetBodyString(mail.TypeTextPlain, strings.ReplaceAll(cleanBody(l.Text), "\n", "\r\n"))
	for _, f := range l.Files {
		name := fileName(f.Name)
		kind := mail.ContentType(mime.TypeByExtension(filepath.Ext(name)))
		if strings.HasSuffix(name, ".xlsx") {
			kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
		}
		if err := m.AttachReader(name, bytes.NewReader(f.Content), mail.WithFileContentType(kind)); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// nowhere is behind the @ of each Message-ID, for it tells nobody where it was
// made.
const nowhere = "@kwi.invalid"

// MessageOf is the Message-ID of the letter that brings the list with a mark:
// one and the same, however often it must be sent. It does not tell the mark.
func MessageOf(m account.Mark) string {
	h := sha256.Sum256([]byte("message " + string(m)))
	return hex.EncodeToString(h[:15]) + nowhere
}

// MessageFor is the Message-ID of a letter that these words make what it is: the
// same for the same, whenever it is sent.
func MessageFor(words ...string) string {
	h := sha256.New()
	for _, w := range words {
		_, _ = io.WriteString(h, w+"\x00")
	}
	return hex.EncodeToString(h.Sum(nil)[:15]) + nowhere
}

// letterDigest is made of all that the letter says, so that another letter has
// another.
func letterDigest(l Letter) string {
	h := sha256.New()
	for _, s := range []string{l.ID, l.From.Email, l.To.Email, l.Subject, l.Text, l.At.UTC().String()} {
		_, _ = io.WriteString(h, s+"\x00")
	}
	for _, also := range l.Also {
		_, _ = io.WriteString(h, also.Email+"\x00")
	}
	return hex.EncodeToString(h.Sum(nil)[:15])
}

// longestHeader is how many characters of a name or subject a header holds.
const longestHeader = 200

// header is foreign text as it may stand in a header.
func header(s string) string {
	return text.OneLine(s, longestHeader)
}

// fileName is a name that every mail program can show and keep: of ASCII
// letters and digits, points and hyphens.
func fileName(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' || r == '-' || r == '_'):
			return r
		}
		return '-'
	}, s)
	return strings.TrimLeft(s, ".-")
}
