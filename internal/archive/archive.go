// Package archive reads the files of a zip that somebody sent. Their names are
// for telling alone: nothing is written where they say. What a zip may hold is
// bounded before anything of it is unpacked. The package is pure and knows no
// list.
package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"kwi/internal/fault"
	"kwi/internal/questionnaire"
	"kwi/internal/text"
)

// The limits of a zip with lists in it. A workbook and a mail are packed
// already, so whatever grows far when it is unpacked was made to.
const (
	MostFile     = 46 << 20  // bytes of one file in it
	MostUnpacked = 128 << 20 // bytes of all that is read of one zip

	mostPacked  = 2000    // names in one zip; sheet refuses more
	mostGrowth  = 200     // how many times larger a file may be than it is packed
	smallEnough = 1 << 20 // bytes below which that does not matter
)

// within stands between the name of a zip and that of a file in it.
const within = " › "

// longestTold is how many characters of a name in a zip are told.
const longestTold = 120

// Is reports whether a file is a zip that is no document itself: not a workbook
// or another file of an office program.
func Is(data []byte) bool {
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) && !bytes.HasPrefix(data, []byte("PK\x05\x06")) {
		return false
	}
	if bytes.Count(data, []byte("PK\x01\x02")) > mostPacked {
		return false
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return false
	}
	for _, f := range z.File {
		if name := strings.ToLower(f.Name); name == "[content_types].xml" || name == "mimetype" || name == "encryptedpackage" {
			return false
		}
	}
	return true
}

// File is a file in a zip.
type File struct {
	Own    string // its name, without a folder
	Told   string // the name by which it is told, with that of the zip
	packed *zip.File
}

// Open gives the files of a zip that is called so, without what a computer
// leaves in one by itself. What is no zip is a fault.
func Open(data []byte, name string) ([]File, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fault.New(fault.BrokenBook, name).By(err)
	}
	var files []File
	for _, f := range z.File {
		path := f.Name
		if f.NonUTF8 && !utf8.ValidString(path) {
			path = text.DecodeWindows([]byte(path))
		}
		steps := strings.FieldsFunc(path, func(r rune) bool { return r == '/' || r == '\\' })
		if len(steps) == 0 || strings.HasSuffix(path, "/") || steps[0] == "__MACOSX" {
			continue
		}
		last := steps[len(steps)-1]
		if strings.HasPrefix(last, ".") || strings.HasPrefix(last, "~$") || text.Fold(last) == "thumbs.db" || text.Fold(last) == "desktop.ini" {
			continue
		}
		told := text.Shorten(questionnaire.Name(strings.Join(steps, within)), longestTold)
		files = append(files, File{last, Under(name, told), f})
	}
	return files, nil
}

// Under is how a file in another is told.
func Under(name, file string) string { return name + within + file }

// Unpack gives the content of a file, no further than room goes, which it takes
// away from. A zip in a zip is a fault.
func (f File) Unpack(room *int64) ([]byte, error) {
	size, packed := f.packed.UncompressedSize64, f.packed.CompressedSize64
	switch {
	case f.packed.Flags&1 != 0:
		return nil, fault.New(fault.Encrypted, f.Told)
	case size > MostFile || size > uint64(max(*room, 0)), size > smallEnough && size/mostGrowth > packed:
		return nil, fault.New(fault.Overflow, f.Told)
	}
	r, err := f.packed.Open()
	if err != nil {
		return nil, fault.New(fault.BrokenBook, f.Told).By(err)
	}
	defer func() { _ = r.Close() }()
	data, err := io.ReadAll(io.LimitReader(r, int64(size)+1))
	if err == nil && uint64(len(data)) != size {
		err = io.ErrUnexpectedEOF
	}
	*room -= int64(len(data))
	if err != nil {
		return nil, fault.New(fault.BrokenBook, f.Told).By(err)
	}
	if Is(data) {
		return nil, fault.New(fault.ZipInZip, f.Told)
	}
	return data, nil
}
