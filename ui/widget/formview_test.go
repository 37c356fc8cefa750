package widget_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/theme"
	"kwi/ui/widget"
)

func TestFormLooks(t *testing.T) {
	var b strings.Builder
	look := func(title string, p *kittest.Play) {
		view := p.View()
		if p.Notice != "" {
			view = strings.TrimRight(view, "\n") + "\n(" + p.Notice + ")\n"
		}
		fmt.Fprintf(&b, "# %s\n%s\n", title, view)
	}
	small := func(id string, keys ...string) *kittest.Play {
		return kittest.Press(demo{form: widget.Form{}.On(id)}, kittest.Frame(77, 10, "nl", client()), keys...)
	}
	look("at rest", play("name"))
	look("a choice in hand, another kept", play("kind", "space"))
	look("a day being typed", play("go", "enter", "ctrl+u", "27 n"))
	look("a day that is none", play("go", "enter", "ctrl+u", "zo snel mogelijk", "enter"))
	look("a long text", play("strategy", "enter", "Wij laten zien dat wij zijn vak kennen: ieder gesprek brengt iets mee wat hij nog niet wist.", "enter", "Niets beloven wat er nog niet is."))
	look("a field that cannot be changed", kittest.Press(demo{form: widget.Form{}.On("place"), locked: true}, kittest.Frame(77, 20, "nl", client())))
	look("ten lines, the first field", small("name"))
	look("ten lines, in the middle", small("go"))
	look("ten lines, the last field", small("initials", "enter"))
	look("117 wide", kittest.Press(demo{form: widget.Form{}.On("strategy")}, kittest.Frame(117, 16, "en", client())))
	look("30 wide", kittest.Press(demo{form: widget.Form{}.On("place")}, kittest.Frame(30, 16, "nl", client()), "enter"))
	kittest.Golden(t, "form", b.String())
}

func TestFormStaysWithinItsPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := kittest.Frame(rapid.IntRange(1, 130).Draw(t, "w"), rapid.IntRange(1, 24).Draw(t, "h"), "nl", client(), kittest.Theme(theme.Light()))
		var fields []widget.Field
		for i := range rapid.IntRange(0, 12).Draw(t, "n") {
			fields = append(fields, widget.Field{
				ID: fmt.Sprint(i), Label: kittest.Hostile.Draw(t, "label"), Kind: widget.FieldKind(rapid.IntRange(0, int(widget.NoteField)).Draw(t, "kind")),
				Value: kittest.Hostile.Draw(t, "value"), Shown: kittest.Hostile.Draw(t, "shown"), Hint: kittest.Hostile.Draw(t, "hint"), Help: kittest.Hostile.Draw(t, "help"),
				Lines: rapid.IntRange(0, 6).Draw(t, "lines"), Choices: []widget.Choice{{Value: "a", Label: kittest.Hostile.Draw(t, "choice")}},
				Set: func(string) kit.Outcome { return kit.Outcome{} },
			})
		}
		form := widget.Form{Filling: rapid.Bool().Draw(t, "filling")}
		for range rapid.IntRange(0, 12).Draw(t, "keys") {
			key := kittest.Key(rapid.SampledFrom([]string{"down", "up", "enter", "esc", "tab", "shift+tab", "a", "space", "end", "home", "backspace", "right", "pgdown", "pgup"}).Draw(t, "key"))
			form, _, _ = form.Update(f, fields, key)
		}
		page := form.View(f, fields, f.W, f.H)
		kittest.Fits(t, f, page)
		if got := strings.Count(page.Body, "\n") + 1; got != f.H {
			t.Errorf("%d lines, not %d", got, f.H)
		}
		if form.Typing() && form.Field(fields).Kind <= widget.NumberField && page.Cursor == nil && f.W > 20 {
			t.Errorf("the caret is out of view")
		}
	})
}

func BenchmarkForm120x40(b *testing.B) {
	f := kittest.Frame(117, 36, "nl", client(), kittest.Theme(theme.Dark()))
	fields := demo{}.fields(f)
	for i := range 20 {
		fields = append(fields, widget.Field{ID: fmt.Sprint("q", i), Label: fmt.Sprint("Vraag ", i), Kind: widget.TextField, Value: strings.Repeat("Wij merken dat er aan deze KWI gewerkt wordt. ", 4)})
	}
	form := widget.Form{}.On("strategy").Begin(f, fields)
	b.ReportAllocs()
	for b.Loop() {
		form, _, _ = form.Update(f, fields, kittest.Key("a"))
		form, _, _ = form.Update(f, fields, kittest.Key("backspace"))
		form.View(f, fields, 117, 36)
	}
}

// A help that is cut has one sign that there is more.
func TestHelpIsCutOnce(t *testing.T) {
	for w := 20; w < 70; w++ {
		f := kittest.Frame(w, 12, "nl", client())
		fields := []widget.Field{{ID: "a", Label: "A", Help: strings.Repeat("Een aanpak die bij deze klant past… ", 9), Set: func(string) kit.Outcome { return kit.Outcome{} }}}
		if v := kittest.Show(widget.Form{}.View(f, fields, f.W, f.H)); strings.Contains(v, "……") || !strings.Contains(v, "…") {
			t.Fatalf("at %d:\n%s", w, v)
		}
	}
}
