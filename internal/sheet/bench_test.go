package sheet

import (
	"bytes"
	"testing"

	"kwi/internal/questionnaire"
)

func BenchmarkWrite(b *testing.B) {
	l := listOf(b, "AA", questionnaire.Measure, "nl")
	for b.Loop() {
		var out bytes.Buffer
		if err := Write(&out, l, "2026-11-24"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	answers, _ := some()
	book := filled(b, written(b, listOf(b, "KK", questionnaire.Measure, "nl")), answers)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(book, "x.xlsx"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRefuseABomb(b *testing.B) {
	book := bomb(b, written(b, listOf(b, "KK", questionnaire.Measure, "nl")), 100)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(book, "x.xlsx"); err == nil {
			b.Fatal("taken")
		}
	}
}
