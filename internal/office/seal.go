package office

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"

	"kwi/internal/observed"
)

// fileForm is the form of a file that is written for the user.
type fileForm int

const (
	plainText fileForm = iota // Markdown
	webPage
	workbook
	pdfForm
	calendar
	letterForm
	portableFile
	encrypted    // opens with a passphrase, and holds nothing behind what that opens
	observedRows // a table or JSON for other programs
)

// formOf tells the form of a file by how it begins.
func formOf(content []byte) fileForm {
	begin := bytes.TrimLeft(content[:min(len(content), 4096)], "\ufeff \t\r\n")
	switch {
	case bytes.HasPrefix(begin, []byte("PK\x03\x04")):
		return workbook
	case bytes.HasPrefix(begin, []byte("%PDF-")):
		return pdfForm
	case bytes.HasPrefix(begin, []byte("<!DOCTYPE html>")):
		return webPage
	case bytes.HasPrefix(begin, []byte("BEGIN:VCALENDAR")):
		return calendar
	case observed.Begins(content):
		return observedRows
	case bytes.HasPrefix(begin, []byte("{")):
		return portableFile
	case bytes.HasPrefix(content, []byte("age-encryption.org/")):
		return encrypted
	case isDraft(content):
		return letterForm
	}
	return plainText
}

// isDraft reports whether a file is a mail that was never sent.
func isDraft(content []byte) bool {
	header, _, _ := bytes.Cut(bytes.ReplaceAll(content[:min(len(content), 16<<10)], []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	for line := range bytes.Lines(header) {
		name, value, _ := bytes.Cut(line, []byte(":"))
		if bytes.EqualFold(name, []byte("X-Unsent")) && string(bytes.TrimSpace(value)) == "1" {
			return true
		}
	}
	return false
}

// sealPlace is where the seal stands in a document: a comment or a line of its own
// that programs which open the document pass over.
type sealPlace struct{ before, after string }

// sealPlaces are the places, of each form that has one. A portable file has none,
// nor have rows for other programs: their form is a contract.
var sealPlaces = map[fileForm]sealPlace{
	plainText:  {"\n<!-- kwi ", " -->\n"},
	webPage:    {"\n<!-- kwi ", " -->\n"},
	pdfForm:    {"\n%kwi ", "\n"},
	calendar:   {"X-KWI-SEAL:", "\r\n"},
	letterForm: {"X-Kwi-Seal: ", "\r\n"},
}

// hashLength is how many hexadecimal digits a seal has.
const hashLength = 32

// sealDocument is a document with its seal.
func sealDocument(content []byte) []byte {
	of := formOf(content)
	m, ok := sealPlaces[of]
	switch {
	case of == workbook:
		return sealWorkbook(content)
	case !ok:
		return content
	}
	at := len(content)
	switch of {
	case letterForm:
		at = 0
	case calendar:
		at = max(bytes.LastIndex(content, []byte("END:VCALENDAR")), 0)
	}
	line := m.before + hashContent(content) + m.after
	return bytes.Join([][]byte{content[:at], []byte(line), content[at:]}, nil)
}

// isSealed reports whether a document is as kwi wrote it.
func isSealed(content []byte) bool {
	of := formOf(content)
	m, ok := sealPlaces[of]
	switch {
	case of == workbook:
		return isSealedWorkbook(content)
	case !ok:
		return false
	}
	at := bytes.LastIndex(content, []byte(m.before))
	if of == letterForm {
		at = bytes.Index(content, []byte(m.before))
	}
	end := at + len(m.before) + hashLength
	if at < 0 || end > len(content) || !bytes.HasPrefix(content[end:], []byte(m.after)) {
		return false
	}
	rest := bytes.Join([][]byte{content[:at], content[end+len(m.after):]}, nil)
	return hashContent(rest) == string(content[at+len(m.before):end])
}

func hashContent(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])[:hashLength]
}

// A workbook is an archive; its seal is the comment of the archive, which
// every program that saves the workbook anew leaves out.
const (
	archiveEnd   = "PK\x05\x06"
	endLength    = 22 // of what stands at the end of an archive, without a comment
	workbookMark = "kwi "
)

func sealWorkbook(content []byte) []byte {
	at := len(content) - endLength
	if at < 0 || string(content[at:at+4]) != archiveEnd {
		return content
	}
	comment := workbookMark + hashContent(content)
	sealed := append(bytes.Clone(content), comment...)
	binary.LittleEndian.PutUint16(sealed[len(content)-2:], uint16(len(comment)))
	return sealed
}

func isSealedWorkbook(content []byte) bool {
	length := len(content) - len(workbookMark) - hashLength
	if length < endLength || string(content[length-endLength:length-endLength+4]) != archiveEnd {
		return false
	}
	bare := bytes.Clone(content[:length])
	binary.LittleEndian.PutUint16(bare[length-2:], 0)
	return bytes.Equal(sealWorkbook(bare), content)
}
