package codec

import (
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

// EncodeSummary is a summary as a record.
func EncodeSummary(s Summary) []byte { return written(func(x *coder) { x.summary(&s) }) }

// DecodeSummary reads the summary of a client.
func DecodeSummary(id string, record []byte) (s Summary, err error) {
	s.Line.ID = id
	err = read(SummaryKey(id), record, func(x *coder) { x.summary(&s) })
	return s, err
}

func (x *coder) summary(s *Summary) {
	l := &s.Line
	number(x, &s.Last)
	text(x, &l.Name)
	text(x, &l.Kind)
	text(x, &l.Approach)
	text(x, &l.PartOf)
	text(x, &l.Archived)
	text(x, &l.Cycle)
	number(x, &l.Stage)
	x.figure(&l.Score)
	x.signed(&l.Change.By)
	x.flag(&l.Change.OK)
	list(x, &l.Trend, x.figure)
	x.flag(&l.HasNPS)
	x.signed(&l.NPS)
	list(x, &l.Due, word[account.Date](x))
	text(x, &l.Session)
	number(x, &l.Lists)
}

// figure goes through a figure; none is 0.
func (x *coder) figure(f *score.Figure) {
	n := int(*f + 1)
	number(x, &n)
	*f = score.Figure(n - 1)
}
