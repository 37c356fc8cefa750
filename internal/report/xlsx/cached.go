package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
)

// cached finds a computed number that the library marked as a text, as it
// does with whatever a formula computes.
var cached = regexp.MustCompile(` t="str"(><f>[^<]*</f><v>-?[0-9.]+</v>)`)

// finish writes the workbook with every cached number marked as a number, so
// that a program that computes nothing reads the figure.
func (b *book) finish(w io.Writer) error {
	raw, err := b.WriteToBuffer()
	if err != nil {
		return err
	}
	in, err := zip.NewReader(bytes.NewReader(raw.Bytes()), int64(raw.Len()))
	if err != nil {
		return err
	}
	out := zip.NewWriter(w)
	for _, f := range in.File {
		if strings.HasPrefix(f.Name, "xl/worksheets/") {
			err = mend(out, f)
		} else {
			err = out.Copy(f)
		}
		if err != nil {
			return err
		}
	}
	return out.Close()
}

func mend(out *zip.Writer, f *zip.File) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	if err := r.Close(); err != nil {
		return err
	}
	w, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	_, err = w.Write(cached.ReplaceAll(text, []byte("$1")))
	return err
}
