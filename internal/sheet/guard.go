package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"kwi/internal/fault"
)

// The limits of a workbook that comes back. A filled list of two hundred
// questions is 30 kB, 400 kB unpacked; what is over these was not filled in
// by a respondent.
const (
	MostBytes     = 30 << 20 // of the file; a picture may have been pasted into it
	mostUnpacked  = 32 << 20 // of all that is in it, as it announces itself
	mostXML       = 6 << 20  // of one part that is read
	mostFileParts = 2000
	mostRows      = 5000    // with something in them
	mostCells     = 50_000  // with something in them
	mostText      = 4 << 20 // of all cells together
	mostSheets    = 50
)

// parcel is a workbook whose parts may be unpacked one by one.
type parcel struct {
	name  string
	parts map[string]*zip.File
}

// openParcel looks at what a file announces of itself, before any of it is
// unpacked.
func openParcel(data []byte, name string) (parcel, error) {
	no := func(k fault.Kind) (parcel, error) { return parcel{}, fault.New(k, name) }
	switch {
	case len(data) > MostBytes:
		return no(fault.Overflow)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		if bytes.Contains(data, wide16("EncryptedPackage")) {
			return no(fault.Encrypted)
		}
		return no(fault.OtherForm) // .xls
	case !bytes.HasPrefix(data, []byte("PK")):
		return no(fault.NotWorkbook)
	case bytes.Count(data, []byte("PK\x01\x02")) > mostFileParts:
		return no(fault.Overflow) // before the list of parts is made room for
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return parcel{}, fault.New(fault.BrokenBook, name).By(err)
	}
	p := parcel{name, make(map[string]*zip.File, len(z.File))}
	var unpacked uint64
	for _, f := range z.File {
		if unpacked += f.UncompressedSize64; unpacked > mostUnpacked || f.UncompressedSize64 > mostUnpacked {
			return no(fault.Overflow)
		}
		if outside(f.Name) {
			return no(fault.OddPath)
		}
		if f.Flags&1 != 0 {
			return no(fault.Encrypted)
		}
		key := strings.ToLower(f.Name)
		if p.parts[key] != nil {
			return no(fault.BrokenBook) // two parts of one name: who reads which?
		}
		p.parts[key] = f
	}
	return p, p.suspect()
}

// outside reports whether a name points out of the workbook.
func outside(name string) bool {
	if strings.ContainsAny(name, "\\\x00:") || strings.HasPrefix(name, "/") {
		return true
	}
	for _, step := range strings.Split(name, "/") {
		if step == ".." || step == "." {
			return true
		}
	}
	return false
}

// suspect refuses what may be a workbook, but not one to read.
func (p parcel) suspect() error {
	for name := range p.parts {
		switch {
		case strings.HasSuffix(name, "vbaproject.bin"), strings.HasPrefix(name, "xl/macrosheets/"):
			return fault.New(fault.Macros, p.name)
		case strings.HasPrefix(name, "xl/externallinks/"), name == "xl/connections.xml":
			return fault.New(fault.Outside, p.name)
		}
	}
	if p.isOpen() {
		return p.suspectOpen()
	}
	if p.parts["xl/workbook.bin"] != nil {
		return fault.New(fault.OtherForm, p.name) // .xlsb
	}
	if p.parts["[content_types].xml"] == nil {
		return fault.New(fault.NotWorkbook, p.name)
	}
	types, err := p.unpack("[Content_Types].xml")
	switch {
	case err != nil:
		return err
	case p.declaresMacros(types):
		return fault.New(fault.Macros, p.name)
	case !bytes.Contains(types, []byte("spreadsheetml")):
		return fault.New(fault.NotWorkbook, p.name) // a text document, a picture book
	}
	return nil
}

// declaresMacros reports whether a part that is there is declared to belong to
// a workbook with macros, by its name or by its ending. Some libraries declare
// endings that no part has.
func (p parcel) declaresMacros(types []byte) (found bool) {
	declared := map[string]string{}
	err := p.each(types, func(e xml.StartElement, _ *xml.Decoder) error {
		switch e.Name.Local {
		case "Default":
			declared["."+strings.ToLower(attribute(e, "Extension"))] = attribute(e, "ContentType")
		case "Override":
			declared[strings.ToLower(strings.TrimPrefix(attribute(e, "PartName"), "/"))] = attribute(e, "ContentType")
		}
		return nil
	})
	if err != nil {
		return bytes.Contains(types, []byte("macroEnabled"))
	}
	for name := range p.parts {
		kind, own := declared[name]
		if !own {
			kind = declared[path.Ext(name)]
		}
		found = found || strings.Contains(kind, "macroEnabled") || strings.Contains(kind, "vbaProject")
	}
	return found
}

// unpack gives one part whole. A part that turns out larger than it announced
// is damaged; archive/zip sees to that.
func (p parcel) unpack(name string) ([]byte, error) {
	f := p.parts[strings.ToLower(strings.TrimPrefix(path.Clean("/"+name), "/"))]
	if f == nil {
		return nil, fault.New(fault.BrokenBook, p.name)
	}
	if f.UncompressedSize64 > mostXML {
		return nil, fault.New(fault.Overflow, p.name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fault.New(fault.BrokenBook, p.name).By(err)
	}
	defer func() { _ = r.Close() }()
	b, err := io.ReadAll(io.LimitReader(r, mostXML+1))
	switch {
	case err != nil:
		return nil, fault.New(fault.BrokenBook, p.name).By(err)
	case len(b) > mostXML:
		return nil, fault.New(fault.Overflow, p.name)
	}
	return b, nil
}

// wide16 is ASCII as the old container writes names: two bytes a letter.
func wide16(s string) []byte {
	var b []byte
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}
