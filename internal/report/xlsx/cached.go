package xlsx

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"

	"kwi/internal/workbook"
)

// cached finds a computed number that the library marked as a text, as it
// does with whatever a formula computes; dashed a formula that comes to a dash
// now, for which the library keeps no value.
var (
	cached = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(` t="str"(><f>[^<]*</f><v>-?[0-9.]+</v>)`) })
	dashed = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`( t="str"><f>[^<]*` + noValue + `[^<]*</f>)(?:<v></v>)?(</c>)`)
	})
)

// finish writes the workbook with everything that a program that computes and
// draws nothing by itself reads: every cached number marked as a number, and in
// the charts the figures that they draw.
func (b *monitorBook) finish(w io.Writer) error {
	about := workbook.About{
		Title: b.d.Title + " " + b.d.Client + " " + b.d.Cycle, Subject: b.d.For, Author: b.d.Supplier,
		Language: b.d.Language, Day: string(b.d.Day),
	}
	return workbook.Write(w, b.File, about, func(part string) func([]byte) []byte {
		switch {
		case strings.HasPrefix(part, "xl/worksheets/sheet"):
			return b.markComputed
		case strings.HasPrefix(part, "xl/charts/chart"):
			return b.drawn
		case strings.HasPrefix(part, "xl/drawings/drawing"):
			return placed
		}
		return nil
	})
}

// markComputed marks what is computed as what it is.
func (b *monitorBook) markComputed(text []byte) []byte {
	for formula, words := range b.comesTo {
		end := []byte("<f>" + escapedText(formula) + "</f>")
		value := append(slices.Clone(end), "<v>"+escapedText(words)+"</v></c>"...)
		text = bytes.ReplaceAll(text, append(slices.Clone(end), "<v></v></c>"...), value)
		text = bytes.ReplaceAll(text, append(end, "</c>"...), value)
	}
	text = cached().ReplaceAll(text, []byte("$1"))
	return dashed().ReplaceAll(text, []byte("$1<v>"+noValue+"</v>$2"))
}

// escapedText is a text as it stands in a part.
func escapedText(s string) string {
	var out bytes.Buffer
	_ = xml.EscapeText(&out, []byte(s)) // a buffer takes everything
	return out.String()
}
