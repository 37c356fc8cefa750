package questionnaire

import (
	"strconv"

	"kwi/internal/account"
)

// disclosure says what of a list may be told beside their name: what the cycle
// discloses of them, and of their words only what they agree to now as well.
type disclosure struct{ grades, recommendation, remark bool }

// open finds what may be told. Until it has, nothing may.
func (f *Found) open(y *account.Cycle) {
	d := y.Discloses(f.Who)
	f.may = disclosure{
		grades:         d.Grades,
		recommendation: d.Recommendation && (f.nps == nil && !f.refusedAny(recommending()...) || f.nps != nil && !f.nps.Anonymous),
		remark:         d.Remark && (d.Aloud || !y.Remarked(f.Who)) && (f.released || f.remark == "" && !f.refusedAny(Remark)),
	}
}

// recommending are the questions about recommending.
func recommending() []Key { return []Key{Score, Why, Pleased, Missed, Named} }

// tells reports whether what a question was answered may be told.
func (f *Found) tells(key Key) bool {
	switch key {
	case "", MayRead: // that it may be read out is no secret where names stand
		return f.may.grades
	case Remark:
		return f.may.remark
	}
	return f.may.recommendation
}

// before compares with what is kept of them.
func (f *Found) before(y *account.Cycle) {
	kept, nps := y.Answers[f.Who], y.NPS[f.Who]
	_, scored := y.NPS[f.Who]
	remark := y.Remarks[f.Who]
	if f.Again = len(kept) > 0 || scored || remark != ""; !f.Again {
		return
	}
	for _, code := range y.AskedOf(f.Who) {
		f.compare(f.refused(code, ""), Change{Code: code, Was: kept.Of(code).String(), Is: f.sheet.Of(code).String()})
	}
	bad := f.refusedAny(recommending()...)
	for _, key := range recommending() {
		f.compare(bad, Change{Key: key, Was: npsText(nps, scored, key), Is: toldOf(f.nps, key)})
	}
	bad = f.refusedAny(Remark, MayRead)
	f.compare(bad, Change{Key: Remark, Was: remark, Is: f.remark})
	f.compare(bad, Change{Key: MayRead, Was: agreed(remark, y.IsReleased(f.Who)), Is: agreed(f.remark, f.released)})
	if f.Differs() {
		f.notice(SecondOne)
	} else {
		f.notice(SameAgain)
	}
}

// agreed is whether a remark may be read out, as text; "" where there is none.
func agreed(remark string, yes bool) string {
	if remark == "" {
		return ""
	}
	return strconv.FormatBool(yes)
}

// compare keeps what is different and was not refused. Of what may not be told
// it keeps only that something is, never how much: the same list tried with an
// 8 and with a 7 would tell by that which of the two is kept. Nor is anything
// said of the rest of a list of which such an answer was refused.
func (f *Found) compare(refused bool, c Change) {
	switch told := f.tells(c.Key); {
	case !told:
		f.Hidden = f.Hidden || refused || c.Was != c.Is
	case !refused && c.Was != c.Is:
		f.Changes = append(f.Changes, c)
	}
}

// concealed stands where an answer would be quoted that may not be told.
const concealed = "…"

// conceal takes the answers out of the reasons why some were not taken.
func (f *Found) conceal() {
	for i := range f.Items {
		r := &f.Items[i].Reason
		if f.tells(f.Items[i].Key) || !quotes(r.Ground) {
			continue
		}
		values := make([]string, len(r.Values))
		for j := range values {
			values[j] = concealed
		}
		r.Values = values
	}
}

// quotes reports whether a reason may hold what was answered. Whatever is not
// known to hold none may.
func quotes(g Ground) bool {
	switch g {
	case TooLong, Computed, NotHis, Unknown, Unscored:
		return false
	}
	return true
}

// npsText is one part of an answer about recommending, as text.
func npsText(n account.NPS, there bool, key Key) string {
	if !there {
		return ""
	}
	switch key {
	case Score:
		return strconv.Itoa(n.Score)
	case Why:
		return n.Why
	case Pleased:
		return n.Pleased
	case Missed:
		return n.Missed
	}
	if n.NameUnasked {
		return ""
	}
	return strconv.FormatBool(!n.Anonymous)
}

func toldOf(n *account.NPS, key Key) string {
	if n == nil {
		return ""
	}
	return npsText(*n, true, key)
}
