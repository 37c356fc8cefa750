package codec_test

import (
	"testing"

	"kwi/internal/account/accounttest"
	"kwi/internal/codec"
	"kwi/internal/due"
	"kwi/internal/portfolio"
)

func BenchmarkEncode(b *testing.B) {
	c := accounttest.Typical("typical")
	size := 0
	for _, r := range codec.Encode(c) {
		size += len(r)
	}
	b.ReportMetric(float64(size), "bytes")
	for b.Loop() {
		codec.Encode(c)
	}
}

func BenchmarkDecode(b *testing.B) {
	records := codec.Encode(accounttest.Typical("typical"))
	for b.Loop() {
		if _, err := codec.Decode(records); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSummaries10000(b *testing.B) {
	c := accounttest.Typical("typical")
	d := due.Of(&c)
	d.Items = d.Items[:5] // what is open at once
	record := codec.EncodeSummary(codec.Summary{Last: 100, Line: portfolio.With(&c, d)}, d)
	b.ReportMetric(float64(len(record)), "bytes")
	lines := make([]portfolio.Line, 10_000)
	for b.Loop() {
		for i := range lines {
			s, err := codec.DecodeSummary("typical", record)
			if err != nil {
				b.Fatal(err)
			}
			lines[i] = s.Line
		}
	}
}

// BenchmarkDue10000 reads what is to be done for ten thousand clients.
func BenchmarkDue10000(b *testing.B) {
	c := accounttest.Typical("typical")
	d := due.Of(&c)
	d.Items = d.Items[:5]
	record := codec.EncodeSummary(codec.Summary{Last: 100, Line: portfolio.With(&c, d)}, d)
	all := make([]due.Client, 10_000)
	for b.Loop() {
		for i := range all {
			var err error
			if all[i], _, err = codec.DecodeDue("typical", record); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func TestAnswersArePacked(t *testing.T) {
	c := accounttest.Typical("typical")
	bare := c.Clone()
	answers := 0
	for i := range bare.Cycles {
		for _, sheet := range bare.Cycles[i].Answers {
			answers += len(sheet)
		}
		bare.Cycles[i].Answers = nil
	}
	size := 0
	with, without := codec.Encode(c), codec.Encode(bare)
	for key := range with {
		size += len(with[key]) - len(without[key])
	}
	if size > 2*answers {
		t.Errorf("%d bytes for %d answers", size, answers)
	}
}
