package sound_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/example"
	"kwi/internal/hand"
	"kwi/internal/sound"
)

// records is a file with one client and a way back of three steps.
func records(t *testing.T) (map[string][]byte, account.Client) {
	t.Helper()
	people := example.Portfolio("en", "2026-11-20").Clients
	c := people[slices.IndexFunc(people, func(c account.Client) bool { return c.ID == "newmedia" })].Tidy()
	before := codec.Encode(c)
	all := map[string][]byte{codec.Supplier: codec.EncodeSupplier("S")}
	for n := uint64(1); n <= 3; n++ {
		c.Name = fmt.Sprint("NewMedia ", n)
		after := codec.Encode(c)
		all[codec.StepKey(c.ID, n)] = codec.EncodeStep(hand.Step{ID: fmt.Sprint("s", n)}, before, after)
		before = after
	}
	maps.Copy(all, before)
	all[codec.SummaryKey(c.ID)] = codec.SummaryOf(&c, 3)
	all[codec.DraftKey(c.ID, "run")] = codec.EncodeDrafts([]hand.Draft{{Place: "p", Field: "f", Text: "typed"}})
	return all, c
}

// judge is what is found in records, told shortly.
func judge(all map[string][]byte, unread ...string) (out []string) {
	j := sound.New()
	for _, key := range unread {
		delete(all, key)
		j.Unread(key)
	}
	for _, key := range slices.Sorted(maps.Keys(all)) {
		j.Take(key, all[key])
	}
	r := j.Report()
	for _, f := range r.Findings {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%d %s %s %s %d", f.Kind, f.Client, f.Key.Cycle, f.Key.Who, len(f.Drop))))
	}
	return out
}

// TestEveryKindOfDamageIsFoundByClientAndCycle breaks one thing after the other in a
// file that is sound.
func TestEveryKindOfDamageIsFoundByClientAndCycle(t *testing.T) {
	t.Parallel()
	all, c := records(t)
	if found := judge(all); len(found) > 0 {
		t.Fatal("a sound file:", found)
	}
	y := c.Cycles[len(c.Cycles)-1]
	cycle, own, line := codec.CycleKey(c.ID, y.Name), codec.ClientKey(c.ID), codec.SummaryKey(c.ID)
	other := c.Clone()
	other.ID = "other"
	wrong := c.Clone()
	wrong.Name = "Another"
	graded := c.Clone()
	for i := range graded.Cycles {
		answers := map[account.Initials]account.Sheet{}
		for who, sheet := range graded.Cycles[i].Answers {
			for _, a := range sheet {
				a.Grade = 1
				answers[who] = append(answers[who], a)
			}
		}
		graded.Cycles[i].Answers = answers
	}
	part := c.Clone()
	part.PartOf = "nobody"
	for name, one := range map[string]struct {
		do     func(map[string][]byte)
		unread []string
		want   string
	}{
		"a cycle is not as written":          {do: func(r map[string][]byte) { r[cycle] = r[cycle][:len(r[cycle])-1] }, want: fmt.Sprintf("%d newmedia %s", sound.Unreadable, y.Name)},
		"a cycle cannot be given":            {unread: []string{cycle}, want: fmt.Sprintf("%d newmedia %s", sound.Unreadable, y.Name)},
		"a cycle is missing":                 {do: func(r map[string][]byte) { delete(r, cycle) }, want: fmt.Sprintf("%d newmedia %s", sound.Missing, y.Name)},
		"the client is missing":              {do: func(r map[string][]byte) { delete(r, own) }, want: fmt.Sprintf("%d newmedia", sound.Ownerless)},
		"the client cannot be read":          {unread: []string{own}, want: fmt.Sprintf("%d newmedia", sound.Unreadable)},
		"a record too many":                  {do: func(r map[string][]byte) { r[codec.PlanKey(c.ID, 1999)] = r[cycle] }, want: fmt.Sprintf("%d newmedia", sound.Unreadable)},
		"whose data is lost":                 {unread: []string{codec.Supplier}, want: fmt.Sprint(sound.Unreadable)},
		"the firm's is lost":                 {unread: []string{codec.Firm}, want: fmt.Sprint(sound.Unreadable)},
		"a part of nobody":                   {do: func(r map[string][]byte) { r[own] = codec.Encode(part)[own] }, want: fmt.Sprintf("%d newmedia", sound.NoWhole)},
		"the overview is gone":               {do: func(r map[string][]byte) { delete(r, line) }, want: fmt.Sprintf("%d newmedia", sound.Overview)},
		"the overview cannot be read":        {unread: []string{line}, want: fmt.Sprintf("%d newmedia", sound.Overview)},
		"the overview is of another":         {do: func(r map[string][]byte) { r[line] = codec.SummaryOf(&wrong, 3) }, want: fmt.Sprintf("%d newmedia", sound.Overview)},
		"its figures are not the answers'":   {do: func(r map[string][]byte) { r[line] = codec.SummaryOf(&graded, 3) }, want: fmt.Sprintf("%d newmedia", sound.Figures)},
		"it knows of too few steps":          {do: func(r map[string][]byte) { r[line] = codec.SummaryOf(&c, 2) }, want: fmt.Sprintf("%d newmedia", sound.Overview)},
		"it knows of too many":               {do: func(r map[string][]byte) { r[line] = codec.SummaryOf(&c, 4) }, want: fmt.Sprintf("%d newmedia   3", sound.Journal)},
		"a step is missing":                  {do: func(r map[string][]byte) { delete(r, codec.StepKey(c.ID, 2)) }, want: fmt.Sprintf("%d newmedia   1", sound.Journal)},
		"a step does not fit":                {do: func(r map[string][]byte) { r[codec.StepKey(c.ID, 3)] = r[codec.StepKey(c.ID, 1)] }, want: fmt.Sprintf("%d newmedia   2", sound.Journal)},
		"a draft cannot be read":             {do: func(r map[string][]byte) { r[codec.DraftKey(c.ID, "run")] = []byte{9, 9} }, want: fmt.Sprintf("%d newmedia   1", sound.Draft)},
		"a draft of nobody":                  {do: func(r map[string][]byte) { r[codec.DraftKey("gone", "run")] = r[codec.DraftKey(c.ID, "run")] }, want: fmt.Sprintf("%d gone   1", sound.Draft)},
		"a step of no client cannot be read": {do: func(r map[string][]byte) { r[codec.PastKey(1)] = []byte{9} }, want: fmt.Sprintf("%d    1", sound.Past)},
	} {
		r := maps.Clone(all)
		if one.do != nil {
			one.do(r)
		}
		found := judge(r, one.unread...)
		if len(found) == 0 || !slices.ContainsFunc(found, func(f string) bool { return strings.HasPrefix(f, one.want) }) {
			t.Errorf("%s: found %q, want %q", name, found, one.want)
		}
	}
}
