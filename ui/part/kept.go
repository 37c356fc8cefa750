package part

import (
	"kwi/internal/due"
	"kwi/ui/kit"
)

// Kept says how many promises were done by their day, of all whose day has
// come, and apart how many were dropped; "" where there is nothing to tell.
func Kept(f *kit.Frame, k due.Kept) string {
	text := ""
	if k.Due() > 0 {
		text = f.T("due.kept", f.Words.Int(k.Kept), f.Words.Int(k.Due()))
	}
	if k.Dropped > 0 {
		if text != "" {
			text += ", "
		}
		text += f.N("due.dropped", k.Dropped)
	}
	return text
}
