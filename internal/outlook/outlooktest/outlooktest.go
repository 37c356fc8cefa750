// Package outlooktest writes mails as Outlook saves them, for tests alone. What it
// writes other programs open: a test in internal/outlook has one do so.
package outlooktest

import (
	"encoding/binary"
	"fmt"
	"slices"
	"unicode/utf16"
)

// Mail is a mail to be written. A text that is "" is left out.
type Mail struct {
	From, Subject, Text, Page string
	Narrow                    bool   // its texts have one byte a letter
	Rich                      []byte // the text as a word processor has it
	Files                     []File
}

// File is an attachment: a file, or a mail that was sent on.
type File struct {
	Name, Kind string
	Content    []byte
	Mail       *Mail
}

// The types of a property.
const (
	asText   = 0x001f
	asNarrow = 0x001e
	asBytes  = 0x0102
	asObject = 0x000d
	asNumber = 0x0003
)

// Write is the file of a mail.
func Write(m Mail) []byte { return Container(m.storage("Root Entry", 32)) }

// Entry is a stream, or a storage where it has Below.
type Entry struct {
	Name    string
	Content []byte
	Below   []Entry
	Holds   bool // it is a storage
}

// properties are those of a message or an attachment, and their list.
type properties struct {
	narrow  bool
	list    []byte
	entries []Entry
}

func (p *properties) stream(id, kind uint32, content []byte) {
	size := uint32(len(content))
	switch kind {
	case asText:
		size += 2
	case asNarrow:
		size++
	}
	p.note(id, kind, size)
	p.entries = append(p.entries, Entry{Name: fmt.Sprintf("__substg1.0_%04X%04X", id, kind), Content: content})
}

func (p *properties) note(id, kind, value uint32) {
	b := make([]byte, 16)
	binary.LittleEndian.PutUint32(b, id<<16|kind)
	binary.LittleEndian.PutUint32(b[4:], 6)
	binary.LittleEndian.PutUint32(b[8:], value)
	p.list = append(p.list, b...)
}

func (p *properties) text(id uint32, s string) {
	switch {
	case s == "":
	case p.narrow:
		var b []byte
		for _, r := range s {
			b = append(b, byte(r))
		}
		p.stream(id, asNarrow, b)
	default:
		p.stream(id, asText, Wide(s))
	}
}

// done is the storage with these properties, whose list has a head so long.
func (p *properties) done(name string, head, attached int) Entry {
	list := make([]byte, head)
	if head > 8 {
		binary.LittleEndian.PutUint32(list[12:], uint32(attached))
		binary.LittleEndian.PutUint32(list[20:], uint32(attached))
	}
	p.entries = append(p.entries, Entry{Name: "__properties_version1.0", Content: append(list, p.list...)})
	return Entry{Name: name, Below: p.entries, Holds: true}
}

func (m Mail) storage(name string, head int) Entry {
	p := &properties{narrow: m.Narrow}
	p.text(0x001a, "IPM.Note")
	p.text(0x0037, m.Subject)
	p.text(0x1000, m.Text)
	p.text(0x0c1f, m.From)
	if m.From != "" {
		p.text(0x0c1e, "SMTP")
		p.text(0x0c1a, m.From)
	}
	if m.Page != "" {
		p.stream(0x1013, asBytes, []byte(m.Page))
	}
	if m.Rich != nil {
		p.stream(0x1009, asBytes, m.Rich)
	}
	for i, f := range m.Files {
		a := &properties{narrow: m.Narrow}
		a.text(0x3707, f.Name)
		a.text(0x3704, f.Name)
		a.text(0x370e, f.Kind)
		if f.Mail != nil {
			a.note(0x3705, asNumber, 5)
			a.note(0x3701, asObject, 0xffffffff)
			a.entries = append(a.entries, f.Mail.storage("__substg1.0_3701000D", 24))
		} else {
			a.note(0x3705, asNumber, 1)
			a.stream(0x3701, asBytes, f.Content)
		}
		p.entries = append(p.entries, a.done(fmt.Sprintf("__attach_version1.0_#%08X", i), 8, 0))
	}
	return p.done(name, head, len(m.Files))
}

// Wide is a text in UTF-16.
func Wide(s string) (b []byte) {
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

// byName orders the entries of a storage as the container has them: shorter
// names first.
func byName(a, b Entry) int {
	if len(a.Name) != len(b.Name) {
		return len(a.Name) - len(b.Name)
	}
	return slices.Compare([]byte(a.Name), []byte(b.Name))
}
