package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// made is which file stood somewhere: one that is written anew is another.
type made struct {
	size int64
	at   time.Time
}

// read takes in every file that was made.
func (w *world) read(language string) {
	err := filepath.WalkDir(w.folder, func(path string, d os.DirEntry, err error) error {
		name := strings.TrimPrefix(path, w.folder+string(filepath.Separator))
		if err != nil || d.IsDir() || strings.HasPrefix(name, "kwi.db") || name == "in.json" {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		now := made{info.Size(), info.ModTime()}
		if w.made[language+path] == now {
			return nil
		}
		w.made[language+path] = now
		text, err := os.ReadFile(path)
		w.said[language+" "+name] = unpacked(text)
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
}

// unpacked is a file as it can be compared: of a workbook all its parts.
func unpacked(file []byte) string {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return string(file)
	}
	var b strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return string(file)
		}
		text, _ := io.ReadAll(r)
		fmt.Fprintf(&b, "%s\n%s\n", f.Name, text)
	}
	return b.String()
}
