package codec_test

import (
	"testing"

	"kwi/internal/account/accounttest"
	"kwi/internal/codec"
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
	line := portfolio.Of(&c)
	line.Due = line.Due[:5] // promises that are open at once
	record := codec.EncodeSummary(codec.Summary{Last: 100, Line: line})
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
