package bring

import (
	"kwi/internal/hand"
	"kwi/ui/kit"
)

// Weighed is what came back, as it is told before any of it is kept.
type Weighed struct {
	Sum      string
	Lines    []string
	Keep     *hand.Change // keeps what can be kept; nil where nothing can
	Kept     string       // what to say then
	Doubtful string       // that lists do not prove to be what they seem, "" where all do
	Trusted  *hand.Change // keeps those too, on somebody's word; nil where there is nothing of the kind
}

// Weigh holds what came back against the client in hand, as the dialog does that shows
// it. It changes nothing.
func (p *Post) Weigh(f *kit.Frame, all Came) (w Weighed) {
	v, ok := p.review(f, all).(review)
	if !ok {
		return w
	}
	w.Sum, w.Lines, w.Doubtful = v.sum, v.lines, v.doubtful
	if v.keep != nil {
		out := v.keep(f)
		w.Keep, w.Kept = out.Change, out.Notice
	}
	if v.trust != nil {
		w.Trusted = v.trust(f).Change
	}
	return w
}
