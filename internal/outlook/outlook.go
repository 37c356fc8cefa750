// Package outlook reads a mail as Outlook saves it (.msg): its subject, who sent
// it, what it says, and what is attached to it. It stands on mscfb, which reads
// the container, and bounds what of that is read: a file that somebody sends in
// may say anything of itself.
//
// The package knows no list and no other mail.
package outlook

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"kwi/internal/text"
)

// Message is a mail. A text that it does not have is "".
type Message struct {
	From        []string // the address that it says it is from, where it says so
	Subject     string
	Text        string // as plain text
	Page        string // as HTML
	OnlyRich    bool   // it has a text in the form of a word processor, and no other
	Attachments []Attachment
}

// Attachment is a file that came with a message, or a message that was sent on
// with it.
type Attachment struct {
	Name, Kind string // Kind is as a mail names it, such as text/html, or ""
	Content    []byte
	Message    *Message // nil where it is a file
}

// ErrTooMuch is a file that says of itself that it holds more than a mail does.
var ErrTooMuch = errors.New("more in it than a mail holds")

// errNoMessage is a container that holds something else.
var errNoMessage = errors.New("no message in it")

// mostNested is how deep a message lies in others at most.
const mostNested = 8

// propertiesName is the stream that every message has.
const propertiesName = "__properties_version1.0"

// Signature is how every such file begins, and old files of office programs too.
const Signature = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// IsMessage reports whether a file is a mail that Outlook saved, by its beginning
// and by the name of what every such mail has.
func IsMessage(data []byte) bool {
	return bytes.HasPrefix(data, []byte(Signature)) && bytes.Contains(data, wide(propertiesName))
}

// wide is ASCII as the container writes names: two bytes a letter.
func wide(s string) (b []byte) {
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}

// Read reads a message. ErrTooMuch is one error, and any other says that the
// file is damaged.
func Read(data []byte) (Message, error) {
	c, err := open(data)
	if err != nil {
		return Message{}, err
	}
	if _, ok := c.streams[""][propertiesName]; !ok {
		return Message{}, errNoMessage
	}
	return c.message("", 0)
}

// The properties of a message and of an attachment that are read, by number.
const (
	subject       = "0037"
	headers       = "007D" // the head of the mail as it came
	writerSMTP    = "5D02" // in whose name it was sent
	writerAddress = "0065" // the same, of Exchange where it is one of their own
	senderSMTP    = "5D01" // whoever sent it
	senderAddress = "0C1F"
	body          = "1000"
	bodyRich      = "1009"
	bodyPage      = "1013"
	content       = "3701"
	shortName     = "3704"
	longName      = "3707"
	kindOfContent = "370E"
	shownName     = "3001"
)

// message reads the message in a storage.
func (c *container) message(at string, depth int) (m Message, err error) {
	if depth > mostNested {
		return m, ErrTooMuch
	}
	for _, p := range []struct {
		id string
		to *string
	}{{subject, &m.Subject}, {body, &m.Text}, {bodyPage, &m.Page}} {
		if *p.to, err = c.text(at, p.id); err != nil {
			return m, err
		}
	}
	if m.From, err = c.senders(at); err != nil {
		return m, err
	}
	m.OnlyRich = m.Text == "" && m.Page == "" && c.has(at, bodyRich+binaryType)
	for _, storage := range c.storages[at] {
		if !strings.HasPrefix(storage, "__attach_version1.0_#") {
			continue
		}
		a, err := c.attachment(under(at, storage), depth)
		if err != nil {
			return m, err
		}
		m.Attachments = append(m.Attachments, a)
	}
	return m, nil
}

// senders are the addresses that a message says it is from: the first that is
// one of mail.
func (c *container) senders(at string) ([]string, error) {
	for _, id := range []string{writerSMTP, writerAddress, senderSMTP, senderAddress} {
		s, err := c.text(at, id)
		if err != nil {
			return nil, err
		}
		if s = strings.TrimSpace(s); strings.Contains(s, "@") {
			return []string{s}, nil
		}
	}
	head, err := c.text(at, headers)
	for line := range strings.Lines(head) {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.EqualFold(name, "From") {
			value = strings.TrimSpace(value)
			return []string{strings.Trim(value[strings.LastIndexAny(value, " <")+1:], "<>")}, err
		}
	}
	return nil, err
}

// attachment reads what is attached in a storage.
func (c *container) attachment(at string, depth int) (a Attachment, err error) {
	for _, id := range []string{longName, shortName, shownName} {
		if a.Name == "" {
			if a.Name, err = c.text(at, id); err != nil {
				return a, err
			}
		}
	}
	if a.Kind, err = c.text(at, kindOfContent); err != nil {
		return a, err
	}
	if inner := under(at, prefix+content+objectType); c.streams[inner][propertiesName] != nil {
		m, err := c.message(inner, depth+1)
		a.Message = &m
		return a, err
	}
	a.Content, err = c.read(at, content+binaryType)
	return a, err
}

// The types of properties, as they stand behind the number.
const (
	prefix     = "__substg1.0_"
	wideType   = "001F"
	narrowType = "001E"
	binaryType = "0102"
	objectType = "000D"
)

// text is a property that is a text, in whichever form it stands there.
func (c *container) text(at, id string) (string, error) {
	for _, kind := range []string{wideType, narrowType, binaryType} {
		if !c.has(at, id+kind) {
			continue
		}
		b, err := c.read(at, id+kind)
		if err != nil {
			return "", err
		}
		if kind == wideType {
			return fromWide(b), nil
		}
		if utf8.Valid(b) {
			return strings.TrimRight(string(b), "\x00"), nil
		}
		return strings.TrimRight(text.DecodeWindows(b), "\x00"), nil
	}
	return "", nil
}

func fromWide(b []byte) string {
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])|uint16(b[i+1])<<8)
	}
	return strings.TrimRight(string(utf16.Decode(units)), "\x00")
}
