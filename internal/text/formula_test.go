package text

import "testing"

// What a spreadsheet evaluates is known in one place, for workbooks, for tables of
// commas and for reports.
func TestWhatBeginsAFormula(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"=1", "+31 6", "-", "@A1", "＝1", "＋1", "－1", "＠A", " =1", "\u00a0=1", "\ufeff=1", "\n=1", "\tA", "\rA"} {
		if !BeginsFormula(s) {
			t.Errorf("%q begins no formula", s)
		}
	}
	for _, s := range []string{"", " ", "1", "A=1", "é", "'=1", "–1", "\xff"} {
		if BeginsFormula(s) {
			t.Errorf("%q begins a formula", s)
		}
	}
}
