package part

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/lang"
)

// BehindIn says in what a list is behind, in a few words: "1.02 in other words,
// 1.05 new".
func BehindIn(w *lang.Words, b account.Behind) string {
	var parts []string
	if len(b.Reworded) > 0 {
		parts = append(parts, w.T("behind.reworded", w.Codes(b.Reworded)))
	}
	if len(b.New) > 0 {
		parts = append(parts, w.T("behind.new", w.Codes(b.New)))
	}
	if len(b.Gone) > 0 {
		parts = append(parts, w.T("behind.gone", w.Codes(b.Gone)))
	}
	return strings.Join(parts, ", ")
}

// Asking is what a question asks, with a word before it where it ended.
func Asking(w *lang.Words, q *account.Question) string {
	if q.Ended != "" {
		return w.T("question.ended") + " " + q.Text
	}
	return q.Text
}
