package office

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/questionnaire"
	"kwi/internal/text"
)

// The limits of a zip with lists in it. A workbook and a mail are packed
// already, so whatever grows far when it is unpacked was made to.
const (
	mostPacked   = 2000      // names in one zip; sheet refuses more
	mostUnpacked = 128 << 20 // bytes of all that is read of one zip
	mostGrowth   = 200       // how many times larger a file may be than it is packed
	smallEnough  = 1 << 20   // bytes below which that does not matter
)

// within stands between the name of a zip and that of a file in it.
const within = " › "

// isArchive reports whether a file is a zip that is no document itself: not a
// workbook or another file of an office program.
func isArchive(data []byte) bool {
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

// archived is a file in a zip, with its own name and the one by which it is told.
type archived struct {
	*zip.File
	own, told string
}

// readArchive reads the lists in a zip, each as a file of its own. Names are
// for telling alone: nothing is written where they say. Of a zip that lay in a
// folder only what may be a list counts; of one that was named, whatever
// cannot be read is told.
func (a *Arrived) readArchive(ctx context.Context, from desk.Incoming, lying bool) error {
	z, err := zip.NewReader(bytes.NewReader(from.Data), int64(len(from.Data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return fault.New(fault.BrokenBook, from.Name).By(err)
	}
	files := listsPacked(z, from.Name)
	some := false
	for _, f := range files {
		some = some || MayBeList(f.own)
	}
	if !some {
		if lying {
			return nil
		}
		return fault.New(fault.NoLists, from.Name)
	}
	a.found += len(files) - 1
	room := int64(mostUnpacked)
	for _, f := range files {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		data, err := f.unpack(&room)
		a.size += len(data)
		a.done++
		a.told.Tell(min(a.done, a.found), a.found)
		if err == nil && a.size > mostAtOnce {
			err = fault.New(fault.Overflow, f.told)
		}
		if err == nil && isArchive(data) {
			err = fault.New(fault.ZipInZip, f.told)
		}
		if err != nil {
			a.Unread = append(a.Unread, err)
			continue
		}
		a.weigh(desk.Incoming{Name: f.told, Data: data})
	}
	return nil
}

// listsPacked are the files of a zip, without what a computer leaves in one by
// itself.
func listsPacked(z *zip.Reader, in string) (files []archived) {
	for _, f := range z.File {
		name := f.Name
		if f.NonUTF8 && !utf8.ValidString(name) {
			name = text.DecodeWindows([]byte(name))
		}
		steps := strings.FieldsFunc(name, func(r rune) bool { return r == '/' || r == '\\' })
		if len(steps) == 0 || strings.HasSuffix(name, "/") || steps[0] == "__MACOSX" {
			continue
		}
		last := steps[len(steps)-1]
		if strings.HasPrefix(last, ".") || strings.HasPrefix(last, "~$") || text.Fold(last) == "thumbs.db" || text.Fold(last) == "desktop.ini" {
			continue
		}
		told := text.Shorten(questionnaire.Name(strings.Join(steps, within)), longestTold)
		files = append(files, archived{f, last, in + within + told})
	}
	return files
}

// longestTold is how many characters of a name in a zip are told.
const longestTold = 120

// unpack gives the content of a file, no further than room goes.
func (f archived) unpack(room *int64) ([]byte, error) {
	size, packed := f.UncompressedSize64, f.CompressedSize64
	switch {
	case f.Flags&1 != 0:
		return nil, fault.New(fault.Encrypted, f.told)
	case size > desk.MostIncoming || size > uint64(*room), size > smallEnough && size/mostGrowth > packed:
		return nil, fault.New(fault.Overflow, f.told)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fault.New(fault.BrokenBook, f.told).By(err)
	}
	defer func() { _ = r.Close() }()
	data, err := io.ReadAll(io.LimitReader(r, int64(size)+1))
	if err == nil && uint64(len(data)) != size {
		err = io.ErrUnexpectedEOF
	}
	*room -= int64(len(data))
	if err != nil {
		return nil, fault.New(fault.BrokenBook, f.told).By(err)
	}
	return data, nil
}
