package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"
)

// cached finds a computed number that the library marked as a text, as it
// does with whatever a formula computes; dashed a formula that comes to a dash
// now, for which the library keeps no value.
var (
	cached  = regexp.MustCompile(` t="str"(><f>[^<]*</f><v>-?[0-9.]+</v>)`)
	entries = regexp.MustCompile(`<(?:Default|Override) [^>]*>(?:</(?:Default|Override)>)?`)
	dashed  = regexp.MustCompile(`( t="str"><f>[^<]*` + noValue + `[^<]*</f>)(?:<v></v>)?(</c>)`)
)

// finish writes the workbook with every cached number marked as a number, so
// that a program that computes nothing reads the figure.
func (b *monitorBook) finish(w io.Writer) error {
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
		switch {
		case strings.HasPrefix(f.Name, "xl/worksheets/"):
			err = rewrite(out, f, markComputed)
		case f.Name == "[Content_Types].xml":
			err = rewrite(out, f, sorted)
		default:
			err = out.Copy(f)
		}
		if err != nil {
			return err
		}
	}
	return out.Close()
}

// markComputed marks what is computed as what it is.
func markComputed(text []byte) []byte {
	text = cached.ReplaceAll(text, []byte("$1"))
	return dashed.ReplaceAll(text, []byte("$1<v>"+noValue+"</v>$2"))
}

// sorted puts the list of contents in order: the library lists charts as they
// come, and the same document has to give the same bytes.
func sorted(text []byte) []byte {
	found := entries.FindAllString(string(text), -1)
	slices.Sort(found)
	i := -1
	return entries.ReplaceAllFunc(text, func([]byte) []byte {
		i++
		return []byte(found[i])
	})
}

// rewrite copies one file, changed.
func rewrite(out *zip.Writer, f *zip.File, change func([]byte) []byte) error {
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
	_, err = w.Write(change(text))
	return err
}
