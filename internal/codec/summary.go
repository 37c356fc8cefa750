package codec

import (
	"encoding/binary"
	"strings"

	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/internal/portfolio"
	"kwi/internal/score"
)

// Summary is what stands in a client's summary: their line, and the number of
// the newest step of their journal. It is written with every change of the
// client, so its revision in the store is that of the client as a whole. Behind
// them stands what is to be done for them, see DecodeDue.
type Summary struct {
	Last uint64
	Line portfolio.Line
	Old  bool // an earlier version wrote it, which knew less of what is to be done
}

// The fixed part of a summary, after the version: the number of the last step
// in 8 bytes, stage, flags, NPS (+100), change of the score (+2000) in 2, lists
// in 2, score (+1) in 2, how many figures the trend has, how many days there
// are in 2, what became of promises in 2 bytes each, and the lengths of the
// texts in 2 bytes each. Then come the trend, 2 bytes a figure, the days, a
// byte for what each is about and whose it is, 10 for the day and 5 for its hour, and the texts. Ten thousand
// are read to show a portfolio: so this much of the record is not the coder's,
// and what stands behind it is not even copied.
//
// The first version had no word on promises kept and only the days of
// agreements, 10 bytes each, and the day of the session as its last text. The
// second did not tell a score by group from one by name, and held it where
// three had answered. The third held the NPS and not the answers behind it,
// which now stand in a byte each behind what became of promises: promoters,
// passives, detractors, and who did not answer. The fourth did not tell in its
// items which agreements are internal. The fifth had days without their hours. The
// sixth did not tell who of the supplier answers for the client. The seventh had no
// planned talk of which something was noted before, nor its hour. The eighth did
// not tell what the stage needs first: that stands behind the texts, how many in a
// byte, and of each 10 bytes for the day from which it is so, how many it misses in
// a byte, and the condition and the name with their lengths in a byte before each.
// The ninth counted what is internal among the promises kept. The tenth did not tell
// on which talks there is a word, the eleventh told that in the place of which were
// noted beforehand.
const (
	firstSummary    = 1
	secondSummary   = 2
	thirdSummary    = 3
	fourthSummary   = 4
	fifthSummary    = 5
	sixthSummary    = 6
	seventhSummary  = 7
	eighthSummary   = 8
	ninthSummary    = 9
	tenthSummary    = 10
	eleventhSummary = 11
	summaryVersion  = 12

	textCount    = 8
	lineTexts    = 6 // as many had the summaries before who answers stood there
	keptCount    = 3
	npsCount     = 4
	headSize     = 8 + 3 + 2 + 2 + 2 + 1 + 2
	dateSize     = len("2026-11-27")
	hourSize     = len("16:00")
	flagChanged  = 1
	flagNPS      = 2
	flagGroup    = 4  // the score is by group
	flagTenths   = 8  // its change has one decimal
	flagWithheld = 16 // there are answers to the recommendation question, but none may be shown
	oursFlag     = 0x80
	internalFlag = 0x40
	hadFlag      = 0x20
	mostDue      = 1<<16 - 1
	oldTextCount = lineTexts + 1
)

// noDay stands where a day would, in a summary.
var noDay = strings.Repeat(" ", dateSize)

// SummaryOf is the summary of a client, of whose journal the newest step has a
// number, as a record.
func SummaryOf(c *account.Client, last uint64) []byte {
	d := due.Of(c)
	return EncodeSummary(Summary{Last: last, Line: portfolio.With(c, d)}, d)
}

// EncodeSummary is a summary as a record, with what is to be done behind it.
func EncodeSummary(s Summary, d due.Client) []byte {
	l := &s.Line
	texts := [textCount]string{l.Name, string(l.Kind), string(l.Approach), l.PartOf, string(l.Archived), string(l.Cycle), string(l.Responsible.Initials), l.Responsible.Name}
	flags := byte(0)
	if l.Change.OK {
		flags |= flagChanged
	}
	if l.HasNPS {
		flags |= flagNPS
	}
	if l.By == account.ByGroup {
		flags |= flagGroup
	}
	if l.Change.Tenths {
		flags |= flagTenths
	}
	if l.Counted.Withheld {
		flags |= flagWithheld
	}
	trend, days := l.Trend[:min(len(l.Trend), 255)], l.Due[:min(len(l.Due), mostDue)]
	b := make([]byte, 0, 512)
	b = append(b, summaryVersion)
	b = binary.BigEndian.AppendUint64(b, s.Last)
	b = append(b, byte(l.Stage), flags, byte(l.NPS+100))
	for _, n := range []int{l.Change.By + 2000, min(l.Lists, mostDue), int(l.Score) + 1} {
		b = binary.BigEndian.AppendUint16(b, uint16(n))
	}
	b = append(b, byte(len(trend)))
	for _, n := range []int{len(days), l.Kept.Kept, l.Kept.Broken, l.Kept.Dropped} {
		b = binary.BigEndian.AppendUint16(b, uint16(min(n, mostDue)))
	}
	for _, n := range []int{l.Counted.Promoters, l.Counted.Passives, l.Counted.Detractors, l.Silent} {
		b = append(b, byte(min(n, 255)))
	}
	for i := range texts {
		texts[i] = texts[i][:min(len(texts[i]), 1<<16-1)]
		b = binary.BigEndian.AppendUint16(b, uint16(len(texts[i])))
	}
	for _, f := range trend {
		b = binary.BigEndian.AppendUint16(b, uint16(f+1))
	}
	for _, day := range days {
		about := byte(day.Kind)
		if day.Ours {
			about |= oursFlag
		}
		if day.Internal {
			about |= internalFlag
		}
		if day.Had {
			about |= hadFlag
		}
		b = append(append(b, about), (string(day.On) + noDay)[:dateSize]...)
		b = append(b, (day.Hour + noDay)[:hourSize]...)
	}
	for _, t := range texts {
		b = append(b, t...)
	}
	b = appendNeeds(b, l.Needs)
	return append(b, encodeItems(&d, len(days))...)
}

// DecodeSummary reads the summary of a client. Its texts share one string.
func DecodeSummary(id string, record []byte) (Summary, error) {
	s := Summary{Line: portfolio.Line{ID: id}}
	if _, err := readSummary(&s, record); err != nil {
		return Summary{}, recordFault(SummaryKey(id), err)
	}
	return s, nil
}

// summaryForm is how long the parts of a summary are.
type summaryForm struct{ kept, nps, texts, day int }

var summaryForms = [...]summaryForm{
	firstSummary: {0, 0, oldTextCount, dateSize}, secondSummary: {2 * keptCount, 0, lineTexts, 1 + dateSize},
	thirdSummary:  {2 * keptCount, 0, lineTexts, 1 + dateSize},
	fourthSummary: {2 * keptCount, npsCount, lineTexts, 1 + dateSize}, fifthSummary: {2 * keptCount, npsCount, lineTexts, 1 + dateSize},
	sixthSummary:    {2 * keptCount, npsCount, lineTexts, 1 + dateSize + hourSize},
	seventhSummary:  {2 * keptCount, npsCount, textCount, 1 + dateSize + hourSize},
	eighthSummary:   {2 * keptCount, npsCount, textCount, 1 + dateSize + hourSize},
	ninthSummary:    {2 * keptCount, npsCount, textCount, 1 + dateSize + hourSize},
	tenthSummary:    {2 * keptCount, npsCount, textCount, 1 + dateSize + hourSize},
	eleventhSummary: {2 * keptCount, npsCount, textCount, 1 + dateSize + hourSize},
	summaryVersion:  {2 * keptCount, npsCount, textCount, 1 + dateSize + hourSize},
}

// readSummary reads the part that makes a line, and tells how long it is.
func readSummary(s *Summary, record []byte) (size int, err error) {
	switch {
	case len(record) > 0 && record[0] > summaryVersion:
		return 0, versionError(record[0])
	case len(record) == 0 || record[0] == 0:
		return 0, errOdd
	}
	form := summaryForms[record[0]]
	fixed := headSize + form.kept + form.nps + 2*form.texts
	if len(record) < 1+fixed {
		return 0, errOdd
	}
	length := func(i int) int { return int(binary.BigEndian.Uint16(record[1+headSize+form.kept+form.nps+2*i:])) }
	trend, days := int(record[1+17]), int(binary.BigEndian.Uint16(record[1+18:]))
	size = 1 + fixed + 2*trend + form.day*days
	for i := range form.texts {
		size += length(i)
	}
	if size > len(record) || record[0] == firstSummary && size < len(record) {
		return 0, errOdd
	}
	needs := 0
	if record[0] > eighthSummary {
		if needs = needsSize(record[size:]); needs == 0 {
			return 0, errOdd
		}
	}
	r := string(record[1 : size+needs])
	two := func(i int) int { return int(r[i])<<8 | int(r[i+1]) }
	l := &s.Line
	s.Last, s.Old = binary.BigEndian.Uint64(record[1:]), record[0] != summaryVersion
	flags := r[9]
	l.Stage, l.Change.OK, l.HasNPS, l.NPS = account.Stage(r[8]), flags&flagChanged != 0, flags&flagNPS != 0, int(r[10])-100
	l.Change.By, l.Lists, l.Score = two(11)-2000, two(13), score.Figure(two(15)-1)
	if l.Stage > account.Closed || flags > flagChanged|flagNPS|flagGroup|flagTenths|flagWithheld || l.NPS > 100 {
		return 0, errOdd
	}
	l.Change.Tenths = flags&flagTenths != 0
	if flags&flagGroup != 0 {
		l.By = account.ByGroup
	}
	if form.kept > 0 {
		l.Kept = due.Kept{Kept: two(headSize), Broken: two(headSize + 2), Dropped: two(headSize + 4)}
	}
	l.Counted.Withheld = flags&flagWithheld != 0
	if form.nps > 0 {
		n := r[headSize+form.kept:]
		l.Counted.Promoters, l.Counted.Passives, l.Counted.Detractors, l.Silent = int(n[0]), int(n[1]), int(n[2]), int(n[3])
		l.Counted.Answers = l.Counted.Promoters + l.Counted.Passives + l.Counted.Detractors
	}
	at := fixed
	if trend > 0 {
		l.Trend = make([]score.Figure, trend)
		for i := range l.Trend {
			l.Trend[i] = score.Figure(two(at) - 1)
			at += 2
		}
	}
	if days > 0 {
		l.Due = make([]due.Day, days, days+1)
		for i := range l.Due {
			if !readDay(&l.Due[i], r[at:at+form.day]) {
				return 0, errOdd
			}
			at += form.day
		}
	}
	session := ""
	texts := [textCount]*string{&l.Name, (*string)(&l.Kind), (*string)(&l.Approach), &l.PartOf, (*string)(&l.Archived), (*string)(&l.Cycle), (*string)(&l.Responsible.Initials), &l.Responsible.Name}
	if record[0] == firstSummary {
		texts[lineTexts] = &session
	}
	for i := range form.texts {
		n := length(i)
		*texts[i] = r[at : at+n]
		at += n
	}
	if session != "" && l.Stage != account.Closed {
		l.Due = append(l.Due, due.Day{Kind: due.Session, Ours: true, On: account.Date(session)})
	}
	if needs > 0 && !readNeeds(&l.Needs, r[size-1:]) {
		return 0, errOdd
	}
	return size + needs, nil
}

// readDay reads a day, and what it is about where that stands before it.
func readDay(d *due.Day, r string) bool {
	d.Kind, d.Ours = due.Action, true
	if len(r) > dateSize {
		d.Kind, d.Ours = due.Kind(r[0]&^(oursFlag|internalFlag|hadFlag)), r[0]&oursFlag != 0
		d.Internal, d.Had = r[0]&internalFlag != 0, r[0]&hadFlag != 0
		r = r[1:]
	}
	if len(r) > dateSize {
		d.Hour = strings.TrimSpace(r[dateSize:])
		r = r[:dateSize]
	}
	if d.On = account.Date(r); r == noDay {
		d.On = ""
	}
	return d.Kind.Known()
}
