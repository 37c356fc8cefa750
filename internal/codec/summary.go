package codec

import (
	"encoding/binary"
	"strings"

	"kwi/internal/account"
	"kwi/internal/portfolio"
	"kwi/internal/score"
)

// Summary is what stands in a client's summary: his line, and the number of
// the newest step of his journal. It is written with every change of the
// client, so its revision in the store is that of the client as a whole.
type Summary struct {
	Last uint64
	Line portfolio.Line
}

// The fixed part of a summary, after the version: the number of the last step
// in 8 bytes, stage, flags, NPS (+100), change of the score (+2000) in 2, lists
// in 2, score (+1) in 2, how many figures the trend has, how many days are due
// in 2, and the lengths of the texts in 2 bytes each. Then come the trend,
// 2 bytes a figure, the days, 10 bytes each, and the texts. Ten thousand are
// read to show a portfolio: so this one record is not the coder's.
const (
	summaryVersion = 1

	textCount   = 7
	fixedSize   = 8 + 3 + 2 + 2 + 2 + 1 + 2 + 2*textCount
	daySize     = len("2026-11-27")
	flagChanged = 1
	flagNPS     = 2
	mostDue     = 1<<16 - 1
)

// EncodeSummary is a summary as a record.
func EncodeSummary(s Summary) []byte {
	l := &s.Line
	texts := [textCount]string{l.Name, string(l.Kind), string(l.Approach), l.PartOf, string(l.Archived), string(l.Cycle), string(l.Session)}
	flags := byte(0)
	if l.Change.OK {
		flags |= flagChanged
	}
	if l.HasNPS {
		flags |= flagNPS
	}
	trend, due := l.Trend[:min(len(l.Trend), 255)], l.Due[:min(len(l.Due), mostDue)]
	b := make([]byte, 0, 256)
	b = append(b, summaryVersion)
	b = binary.BigEndian.AppendUint64(b, s.Last)
	b = append(b, byte(l.Stage), flags, byte(l.NPS+100))
	for _, n := range []int{l.Change.By + 2000, min(l.Lists, mostDue), int(l.Score) + 1} {
		b = binary.BigEndian.AppendUint16(b, uint16(n))
	}
	b = append(b, byte(len(trend)))
	b = binary.BigEndian.AppendUint16(b, uint16(len(due)))
	for i := range texts {
		texts[i] = texts[i][:min(len(texts[i]), 1<<16-1)]
		b = binary.BigEndian.AppendUint16(b, uint16(len(texts[i])))
	}
	for _, f := range trend {
		b = binary.BigEndian.AppendUint16(b, uint16(f+1))
	}
	for _, d := range due {
		b = append(b, (string(d) + strings.Repeat(" ", daySize))[:daySize]...)
	}
	for _, t := range texts {
		b = append(b, t...)
	}
	return b
}

// DecodeSummary reads the summary of a client. Its texts share one string.
func DecodeSummary(id string, record []byte) (Summary, error) {
	s := Summary{Line: portfolio.Line{ID: id}}
	if err := readIntoLine(&s.Line, string(record)); err != nil {
		return Summary{}, recordFault(SummaryKey(id), err)
	}
	s.Last = binary.BigEndian.Uint64(record[1:])
	return s, nil
}

// readIntoLine reads one record into a line.
func readIntoLine(l *portfolio.Line, r string) error {
	switch {
	case len(r) > 0 && r[0] > summaryVersion:
		return versionError(r[0])
	case len(r) < 1+fixedSize || r[0] != summaryVersion:
		return errOdd
	}
	r = r[1:]
	two := func(i int) int { return int(r[i])<<8 | int(r[i+1]) }
	l.Stage = account.Stage(r[8])
	flags := r[9]
	l.Change.OK, l.HasNPS, l.NPS = flags&flagChanged != 0, flags&flagNPS != 0, int(r[10])-100
	l.Change.By, l.Lists, l.Score = two(11)-2000, two(13), score.Figure(two(15)-1)
	trend, due := int(r[17]), two(18)
	at := fixedSize
	if at+2*trend+daySize*due > len(r) || l.Stage > account.Closed || flags > flagChanged|flagNPS || l.NPS > 100 {
		return errOdd
	}
	if trend > 0 {
		l.Trend = make([]score.Figure, trend)
		for i := range l.Trend {
			l.Trend[i] = score.Figure(two(at) - 1)
			at += 2
		}
	}
	if due > 0 {
		l.Due = make([]account.Date, due)
		for i := range l.Due {
			l.Due[i] = account.Date(r[at : at+daySize])
			at += daySize
		}
	}
	for i, text := range [textCount]*string{&l.Name, (*string)(&l.Kind), (*string)(&l.Approach), &l.PartOf, (*string)(&l.Archived), (*string)(&l.Cycle), (*string)(&l.Session)} {
		n := two(20 + 2*i)
		if at+n > len(r) {
			return errOdd
		}
		*text = r[at : at+n]
		at += n
	}
	if at != len(r) {
		return errOdd
	}
	return nil
}
