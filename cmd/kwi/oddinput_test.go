package main

import (
	"bytes"
	"context"
	"encoding/json"
	"hash/fnv"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/portable"
	"kwi/internal/text"
	"kwi/store"
	"kwi/store/memory"
	"kwi/ui/drive"
)

// oddTexts are what nobody should type, and somebody does.
var oddTexts = map[string]string{
	"nothing": "", "blanks": "    ", "much too long": strings.Repeat("lang woord ", 1000),
	"signs that steer": "a\x1b[31m\x07\x00b\u009b\u202ec\u200bd\ufeff", "nothing that can be seen": "\x1b\u202e\u200b",
	"a formula": "=1+1", "a sign": "@", "a minus": "-", "no day of that month": "31-02-2026", "a day of year 0": "01-01-0000", "no month": "99-99-9999",
	"a day long ago": "01-01-1800", "a day far ahead": "31-12-9998", "one letter": "x", "several lines": "een\n\n\ttwee", "marks apart": "AA\u0301",
	"below zero": "-5", "a huge number": "99999999999999999999", "two commas": "7,5,5", "no hour": "25:61", "half an address": "jan@",
	"initials in small letters": "kk", "a name in small letters": "a. aaaa", "the client in capitals": "NEWMEDIA", "wide and from the right": "日本語 مرحبا",
}

// watched counts what is kept, but for what is half typed.
type watched struct {
	store.Store
	kept int
}

func (w *watched) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	if slices.ContainsFunc(writes, func(x store.Write) bool {
		return x.Op != store.Same && !strings.HasPrefix(x.Key, "draft/")
	}) {
		w.kept++
	}
	return w.Store.Apply(ctx, writes...)
}

// twinOf is a store with the same in it.
func twinOf(t *testing.T, s store.Store) *watched {
	t.Helper()
	writes, err := writesOf(s)
	if err != nil {
		t.Fatal(err)
	}
	twin := memory.New()
	if _, err := twin.Apply(context.Background(), writes...); err != nil {
		t.Fatal(err)
	}
	return &watched{Store: twin}
}

// TestOddInputIsRefusedOrKeptAsItIsWhereverOneTypes: into every field of every
// dialog and page goes what nobody should type. Either it is refused with a sentence,
// nothing is kept and what was typed stands there still; or what is kept is sound,
// can be seen, and steers nothing. Esc leads out either way. With KWI_TEST_TIMES=9
// every field gets all of it, in both languages.
func TestOddInputIsRefusedOrKeptAsItIsWhereverOneTypes(t *testing.T) {
	t.Parallel()
	goesRoundUnraced(t)
	ways, texts := everyOddWay(), slices.Sorted(maps.Keys(oddTexts))
	refused, kept := 0, 0
	for _, name := range slices.Sorted(maps.Keys(ways)) {
		w := ways[name]
		base := stocked(t)
		if w.prepare != nil {
			elsewhere(t, base, w.prepare)
		}
		for field := range w.fields {
			hash := fnv.New32a()
			hash.Write([]byte(name))
			from, most := (int(hash.Sum32()>>1)+7*field)%len(texts), 3*timesFurther(t)-2
			for _, language := range []string{"nl", "en"} {
				if language == "en" && (field > 0 || testing.Short()) && timesFurther(t) == 1 {
					continue
				}
				for range min(most, len(texts)) {
					from = (from + 1) % len(texts)
					k, r := oddRun(t, base, w, oddPlace{name, language, texts[from]}, field)
					kept, refused = kept+k, refused+r
				}
			}
		}
	}
	if kept < 50 || refused < 50 {
		t.Errorf("only %d were kept and %d refused", kept, refused)
	}
}

// oddPlace tells where something odd was typed.
type oddPlace struct{ way, language, typed string }

// oddRun types an odd text in one field, and reports whether it was kept or refused.
func oddRun(t *testing.T, base store.Store, w oddWay, at oddPlace, field int) (kept, refused int) {
	s := twinOf(t, base)
	d := sit(t, s, at.language, 80, 24)
	d.Press(w.open...)
	if w.rows {
		d.Press(slices.Repeat([]string{"down"}, field)...)
		d.Press("enter")
	} else {
		d.Press(slices.Repeat([]string{"tab"}, field)...)
	}
	odd := oddTexts[at.typed]
	seen := text.Trim(text.Lines(odd)) // what of it can be seen
	empty := d.Screen()
	d.Press("ctrl+e", "ctrl+u", "ctrl+u")
	if s.kept > 0 { // it is a page on which the key for an empty line takes something away
		return 0, 0
	}
	if odd != "" {
		if d.Paste(odd); d.Screen() == empty && seen != "" {
			return 0, 0 // nothing is typed here
		} else if strings.Contains(d.Screen(), lang.For(at.language).T("kit.pick.none")) {
			return 0, 1 // it looks for one of several, and says that there is none
		}
	}
	typed := d.Screen()
	d.Press("ctrl+s")
	after := d.Screen()
	looksSound(t, d, at, field)
	switch {
	case s.kept > 0:
		keptSound(t, s, at, field)
		kept = 1
	case after == typed:
		if seen != "" {
			t.Errorf("%v %d: nothing is kept and nothing said:\n%s", at, field, footOf(after))
		}
	default:
		refused = 1
		if lines := strings.Split(after, "\n"); seen != "" && !strings.Contains(strings.Join(lines[:len(lines)-4], "\n"), firstOf(seen)) {
			t.Errorf("%v %d: what was typed is gone:\n%s", at, field, footOf(after))
		}
	}
	before := s.kept
	d.Press("esc", "esc", "esc", "esc", "esc")
	if s.kept > before {
		t.Errorf("%v %d: esc keeps something\n%s", at, field, footOf(d.Screen()))
	}
	looksSound(t, d, at, field)
	return kept, refused
}

// looksSound fails the test where something stands on the screen that steers it, or
// a sentence lacks what it is about.
func looksSound(t *testing.T, d *drive.Driver, at oddPlace, field int) {
	t.Helper()
	screen := d.Screen()
	if strings.ContainsFunc(screen, func(r rune) bool { return r != '\n' && text.Steers(r) }) {
		t.Errorf("%v %d: something steers the screen:\n%q", at, field, screen)
	}
	for _, lack := range []string{"“”", "\u200b”", "%!", "{1}"} {
		if strings.Contains(screen, lack) {
			t.Errorf("%v %d: %s stands there:\n%s", at, field, lack, screen)
		}
	}
}

// firstOf is with what a text begins that can be seen.
func firstOf(seen string) string { return string([]rune(seen)[:1]) }

// footOf is a screen without its empty lines.
func footOf(screen string) string {
	return strings.Join(slices.DeleteFunc(strings.Split(screen, "\n"), func(l string) bool { return strings.TrimSpace(l) == "" }), "\n")
}

// keptSound fails the test where what is kept has flaws, cannot be read back, or has
// a text in which nothing can be seen.
func keptSound(t *testing.T, s store.Store, at oddPlace, field int) {
	t.Helper()
	f, err := desk.New(s, nonce).Export(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for i := range f.Clients {
		if flaws := f.Clients[i].Flaws(); len(flaws) > 0 {
			t.Errorf("%v %d: %v", at, field, flaws)
		}
	}
	var b bytes.Buffer
	if err := portable.Write(&b, f); err != nil {
		t.Fatalf("%v %d: %v", at, field, err)
	}
	if _, err := portable.Read(bytes.NewReader(b.Bytes())); err != nil {
		t.Errorf("%v %d: it cannot be read back: %v", at, field, err)
	}
	var all any
	if err := json.Unmarshal(b.Bytes(), &all); err != nil {
		t.Fatal(err)
	}
	everyText(all, func(said string) {
		if _, dirty := text.Clean(said); dirty || said != "" && text.Trim(said) == "" || !utf8.ValidString(said) {
			t.Errorf("%v %d: %q is kept", at, field, said)
		}
	})
}

// everyText goes by all texts of what was read from JSON.
func everyText(v any, see func(string)) {
	switch v := v.(type) {
	case string:
		see(v)
	case []any:
		for _, x := range v {
			everyText(x, see)
		}
	case map[string]any:
		for _, x := range v {
			everyText(x, see)
		}
	}
}
