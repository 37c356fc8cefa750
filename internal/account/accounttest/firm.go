package accounttest

import (
	"strings"

	"pgregory.net/rapid"

	"kwi/internal/account"
)

// Scans draws quick scans as the supplier may keep them: each of another day,
// complete or half done.
func Scans(t *rapid.T) (f account.Firm) {
	d := &clientDrawing{T: t}
	for range d.many() {
		s := account.Scan{ScanKey: account.ScanKey{Who: pickOf(d, "Anna", "Bob", ""), Team: "Service", Date: d.day()}, Clients: d.block(), Sees: d.line(), Goal: d.block()}
		s.Answers = account.ScanAnswers(strings.TrimRight(string(rapid.SliceOfN(rapid.SampledFrom([]byte("abc.")), 0, account.ScanLength).Draw(t, "answers")), "."))
		if f.Scan(s.ScanKey) == nil {
			f.Scans = append(f.Scans, s)
		}
	}
	return f.Tidy()
}
