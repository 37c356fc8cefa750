package score

import "kwi/internal/account"

// Corrected is that a figure was corrected after it was told. Was is what it was
// before, None where that is not shown: by group it would tell what somebody
// gave.
type Corrected struct {
	Was Figure
}

// correctedIn are the figures of a cycle that corrections of grades changed
// since its outcome was told, by KWI, and 0 the total.
func correctedIn(c *account.Client, y *account.Cycle, now *Table) map[account.KWICode]Corrected {
	then, kwis := y.AsTold()
	if len(kwis) == 0 {
		return nil
	}
	out := map[account.KWICode]Corrected{}
	was := Table{}
	if y.Named() {
		was, _ = count(c, &then)
	}
	for _, code := range append(kwis, 0) {
		before, shown := was.figure(code), now.figure(code)
		switch {
		case y.Named() && before != shown:
			out[code] = Corrected{before}
		case !y.Named() && shown.OK():
			out[code] = Corrected{None}
		}
	}
	return out
}

// Corrected reports whether a figure of a cycle was corrected since it was told,
// of a KWI or with code 0 the total, and what it was before.
func (h History) Corrected(code account.KWICode, cycle account.CycleName) (Corrected, bool) {
	i := h.at(cycle)
	if i < 0 {
		return Corrected{Was: None}, false
	}
	is, ok := h[i].told[code]
	return is, ok
}
