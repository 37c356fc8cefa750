package post

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"

	ics "github.com/arran4/golang-ical"
	"github.com/wneessen/go-mail"

	"kwi/internal/account"
)

// unsent is the header by which Outlook and Thunderbird know a draft that can
// be sent as it is.
const unsent = "X-Unsent"

// Draft writes a letter as a file that a mail program opens. Those that know
// the mark open it ready to be sent.
func Draft(w io.Writer, l Letter) error {
	content, err := written(l, mail.Header(unsent))
	if err != nil {
		return err
	}
	_, err = w.Write(content)
	return err
}

// written is the letter as the library writes it, with headers that are set to 1. It
// is the same for the same letter. A letter to nobody has no header for them.
func written(l Letter, marked ...mail.Header) ([]byte, error) {
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
	m.SetGenHeaderPreformatted(mail.HeaderSubject, folded("Subject", subject(l.Subject, l.Reference)))
	m.SetDateWithValue(l.At)
	mark := letterDigest(l)
	if l.Message == "" {
		l.Message = mark + domainOf(l.From)
	}
	m.SetMessageIDWithValue(l.Message)
	m.SetBodyString(mail.TypeTextPlain, strings.ReplaceAll(cleanBody(l.Text), "\n", "\r\n"))
	m.AddAlternativeString(mail.TypeTextHTML, strings.ReplaceAll(letterPage(l), "\n", "\r\n"))
	if l.Invitation != nil {
		method := ics.MethodRequest
		if l.TakesBack {
			method = ics.MethodCancel
		}
		m.AddAlternativeString(mail.ContentType("text/calendar; method="+string(method)), string(l.Invitation))
	}
	attach(m, l.Files)
	for _, h := range marked {
		m.SetGenHeader(h, "1")
	}
	var b bytes.Buffer
	if _, err := m.WriteTo(&b); err != nil {
		return nil, err
	}
	return withBoundaries(b.Bytes(), mark), nil
}

// drawnBoundary is a boundary as the library draws it by chance, at most one for
// each kind of multipart: where it is told one, it takes that for all kinds, and
// then no reader can tell which of them ends.
var drawnBoundary = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?m)boundary=([0-9a-f]{60})\r?$`) })

// withBoundaries is a written letter with boundaries that are its own.
func withBoundaries(content []byte, mark string) []byte {
	for i, drawn := range drawnBoundary().FindAllSubmatch(content, -1) {
		content = bytes.ReplaceAll(content, drawn[1], []byte("kwi-"+mark+"-"+strconv.Itoa(i+1)))
	}
	return content
}

// nowhere is behind the @ of a Message-ID of whose sender no domain is known: it
// tells nobody where it was made.
const nowhere = "@kwi.invalid"

// domainOf is what stands behind the @ of a Message-ID: the sender's domain, as
// mail servers expect it, and no more than their address tells anyway.
func domainOf(from Address) string {
	at := strings.LastIndexByte(from.Email, '@')
	domain := strings.ToLower(from.Email[at+1:])
	if at < 0 || !plainDomain().MatchString(domain) {
		return nowhere
	}
	return "@" + domain
}

// plainDomain is a domain as every server takes it.
var plainDomain = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$`)
})

// MessageOf is the Message-ID of the letter that brings the list with a mark:
// one and the same, however often it must be sent. It does not tell the mark.
func MessageOf(m account.Mark, from Address) string {
	h := sha256.Sum256([]byte("message " + string(m)))
	return hex.EncodeToString(h[:15]) + domainOf(from)
}

// MessageFor is the Message-ID of a letter that these words make what it is: the
// same for the same, whenever it is sent.
func MessageFor(from Address, words ...string) string {
	h := sha256.New()
	for _, w := range words {
		_, _ = io.WriteString(h, w+"\x00")
	}
	return hex.EncodeToString(h.Sum(nil)[:15]) + domainOf(from)
}

// letterDigest is made of all that the letter says, so that another letter has
// another.
func letterDigest(l Letter) string {
	h := sha256.New()
	for _, s := range []string{l.ID, l.From.Email, l.To.Email, l.Subject, l.Reference, l.Text, l.At.UTC().String()} {
		_, _ = io.WriteString(h, s+"\x00")
	}
	for _, also := range l.Also {
		_, _ = io.WriteString(h, also.Email+"\x00")
	}
	return hex.EncodeToString(h.Sum(nil)[:15])
}
