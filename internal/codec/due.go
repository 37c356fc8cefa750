package codec

import (
	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/internal/portfolio"
)

// DecodeDue reads what is to be done for a client from their summary. Where an
// earlier version wrote that, it does not stand there, and the answer is false.
func DecodeDue(id string, record []byte) (due.Client, bool, error) {
	s := Summary{Line: portfolio.Line{ID: id}}
	size, err := readSummary(&s, record)
	if err != nil {
		return due.Client{}, false, recordFault(SummaryKey(id), err)
	}
	l := &s.Line
	d := due.Client{ID: id, Name: l.Name, Archived: l.Archived, Approach: l.Approach, Kept: l.Kept, Responsible: l.Responsible, Needs: l.Needs}
	if s.Old {
		return d, false, nil
	}
	x := &fieldCoder{reading: true, version: account.NewestRecord, in: string(record[size:])}
	if len(l.Due) > 0 {
		d.Items = make([]due.Item, len(l.Due))
		for i := range d.Items {
			d.Items[i].Kind, d.Items[i].Had = l.Due[i].Kind, l.Due[i].Had
		}
	}
	x.due(&d)
	for i := range d.Items {
		x.bad = x.bad || d.Items[i].Day() != l.Due[i]
	}
	if x.bad || x.in != "" {
		return due.Client{}, false, recordFault(SummaryKey(id), errOdd)
	}
	return d, true, nil
}

// encodeItems is what stands behind the line in a summary: who works for the
// client, and of each of so many days what it is about.
func encodeItems(d *due.Client, n int) []byte {
	short := *d
	short.Items = d.Items[:n]
	x := &fieldCoder{out: make([]byte, 0, 256)}
	x.due(&short)
	return x.out
}

// due goes through what is to be done. How many items there are, of which kind, and
// whether a talk was noted beforehand is known from their days.
func (x *fieldCoder) due(d *due.Client) {
	codeList(x, &d.Team, x.person)
	for i := range d.Items {
		item := &d.Items[i]
		codeText(x, &item.Cycle)
		codeText(x, &item.At)
		switch item.Kind {
		case due.Action:
			codeText(x, &item.Number)
			codeText(x, &item.Side)
			codeText(x, &item.Text)
			x.flag(&item.Internal)
		case due.Concept, due.Visit, due.Inspiration, due.Reply:
			codeText(x, &item.Who)
			codeText(x, &item.Name)
		case due.Talk:
			codeText(x, &item.Number)
			codeText(x, &item.Who)
			codeText(x, &item.Name)
		case due.Lists, due.Answers, due.Caught, due.Ideas, due.Chase, due.Findings:
			codeNumber(x, &item.Count)
		}
		x.person(&item.By)
	}
}

func (x *fieldCoder) person(p *due.Person) {
	codeText(x, &p.Initials)
	codeText(x, &p.Name)
	x.flag(&p.Client)
}
