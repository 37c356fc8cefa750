package workbook

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"slices"
	"sync"

	"github.com/xuri/excelize/v2"
)

// The parts that tell of the file as a whole.
const (
	corePart  = "docProps/core.xml"
	appPart   = "docProps/app.xml"
	typesPart = "[Content_Types].xml"
)

// entries finds the lines of the list of contents; extensions the marks of
// other vendors that the library puts on parts in which nothing is theirs.
var (
	entries = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`<(?:Default|Override) [^>]*>(?:</(?:Default|Override)>)?`)
	})
	extensions = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(` (?:mc:Ignorable|xr:uid)="[^"]*"`) })
)

// Write writes a workbook so that readers that hold it to the letter of the
// standard open it. The same workbook gives the same bytes. A part that change
// knows goes through it; change may be nil.
func Write(w io.Writer, f *excelize.File, a About, change func(part string) func([]byte) []byte) error {
	raw, err := f.WriteToBuffer()
	if err != nil {
		return err
	}
	in, err := zip.NewReader(bytes.NewReader(raw.Bytes()), int64(raw.Len()))
	if err != nil {
		return err
	}
	out := zip.NewWriter(w)
	for _, part := range in.File {
		text, err := unpacked(part)
		if err != nil {
			return err
		}
		switch part.Name {
		case corePart:
			text = a.core()
		case appPart:
			text = a.app()
		case typesPart:
			text = sorted(text)
		case "xl/workbook.xml", "xl/styles.xml":
			text = extensions().ReplaceAll(text, nil)
		}
		if change != nil {
			if mend := change(part.Name); mend != nil {
				text = mend(text)
			}
		}
		packed, err := out.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if _, err := packed.Write(text); err != nil {
			return err
		}
	}
	return out.Close()
}

// sorted puts the list of contents in order: the library lists charts as they
// come, and the same document has to give the same bytes.
func sorted(text []byte) []byte {
	found := entries().FindAllString(string(text), -1)
	slices.Sort(found)
	i := -1
	return entries().ReplaceAllFunc(text, func([]byte) []byte {
		i++
		return []byte(found[i])
	})
}

// unpacked is the content of a part.
func unpacked(part *zip.File) ([]byte, error) {
	r, err := part.Open()
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return text, r.Close()
}
