package part

import (
	"kwi/internal/score"
	"kwi/ui/kit"
)

// Grouped says what is shown of a cycle by group and what is not; "" of one by
// name.
func Grouped(f *kit.Frame, t *score.Table) string {
	how, n := t.Grouped()
	if how == "" {
		return ""
	}
	return f.N("bygroup."+how, n)
}
