package follow_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/follow"
)

func TestAPageComesBackAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := follow.Page{
			Client: rapid.StringMatching(`[a-z0-9-]{1,40}`).Draw(t, "client"), Place: rapid.SampledFrom([]string{"", "meet", "meet.kwi"}).Draw(t, "place"),
			Cycle: rapid.SampledFrom([]account.CycleName{"", "2026H1"}).Draw(t, "cycle"), At: rapid.SampledFrom([]string{"", "KK", "KK/2.03", "KWI-02", "2026-03", "Ö/rank"}).Draw(t, "at"),
			Scale: rapid.IntRange(-3, 3).Draw(t, "scale"), Language: rapid.SampledFrom([]string{"", "nl", "en"}).Draw(t, "language"), Rev: rapid.Uint64().Draw(t, "rev"),
		}
		if p.Room.Known = rapid.Bool().Draw(t, "known"); p.Room.Known {
			p.Room.Guests = rapid.Bool().Draw(t, "guests")
			p.Room.Present = append(p.Room.Present, rapid.SliceOfN(rapid.SampledFrom([]account.Initials{"KK", "AA", "Ö1"}), 0, 3).Draw(t, "present")...)
		}
		got, ok := follow.Parse(follow.Encode(p))
		if !ok || !reflect.DeepEqual(got, p) || !got.Same(p) {
			t.Fatalf("%+v came back as %+v, %v", p, got, ok)
		}
	})
}

func TestWhatIsNoPageIsRefused(t *testing.T) {
	good := `{"client":"vonk","place":"meet.kwi","cycle":"2026H1","at":"KWI-02","room":{"Known":true,"Present":["KK"]}}`
	if _, ok := follow.Parse([]byte(good)); !ok {
		t.Fatal("a page is refused")
	}
	for what, bad := range map[string]string{
		"nothing":               ``,
		"no object":             `"vonk"`,
		"half of one":           good[:40],
		"two":                   good + good,
		"more behind it":        good + "x",
		"a field that is not":   strings.Replace(good, `"at"`, `"text"`, 1),
		"a client with a slash": strings.Replace(good, "vonk", "../vonk", 1),
		"no client":             strings.Replace(good, "vonk", "", 1),
		"a place with a space":  strings.Replace(good, "meet.kwi", "meet kwi", 1),
		"an escape":             strings.Replace(good, "KWI-02", `\u001b[2J`, 1),
		"a turned text":         strings.Replace(good, "KWI-02", `\u202e`, 1),
		"a long place":          strings.Replace(good, "meet.kwi", strings.Repeat("m", 65), 1),
		"a cycle that is none":  strings.Replace(good, "2026H1", "2026", 1),
		"initials that are not": strings.Replace(good, `"KK"`, `"a b"`, 1),
		"people of an unknown":  strings.Replace(good, `"Known":true,`, "", 1),
		"a language of none":    strings.Replace(good, `"at"`, `"language":"xx","at"`, 1),
		"a scale of hundreds":   strings.Replace(good, `"at"`, `"scale":500,"at"`, 1),
		"a scale that is text":  strings.Replace(good, `"at"`, `"scale":"1","at"`, 1),
		"a crowd":               strings.Replace(good, `"KK"`, `"KK"`+strings.Repeat(`,"AA"`, 64), 1),
		"too much":              good + strings.Repeat(" ", follow.Most),
	} {
		if p, ok := follow.Parse([]byte(bad)); ok {
			t.Errorf("%s is read as %+v", what, p)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"client":"vonk","place":"meet.kwi","room":{"Known":true,"Present":["KK"]}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, ok := follow.Parse(b)
		if !ok {
			return
		}
		if again, ok := follow.Parse(follow.Encode(p)); !ok || !again.Same(p) {
			t.Errorf("%q is %+v, and that is %+v", b, p, again)
		}
	})
}
