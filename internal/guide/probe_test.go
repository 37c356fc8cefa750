package guide

import (
	"slices"
	"strings"
	"testing"
)

func TestProbe(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Wij willen een Flexibele leverancier van kwaliteit", "Flexibele"},
		{"Denk pro-actief mee", "pro-actief"}, {"flexibel-", "flexibel"}, {"“Kwaliteit”!", "Kwaliteit"},
		{"levert toegevoegde  waarde", "toegevoegde  waarde"}, {"we want Customer Focus", "Customer Focus"}, {"zij zijn efficiënt", "efficiënt"},
		{"neem het uit handen", ""}, {"hij wil het ons uit handen nemen", "uit handen nemen"},
		{"kwaliteitsborging", ""}, {"snelweg", ""}, {"", ""}, {"-", ""}, {"de trein rijdt op tijd", ""}, {"\xffpartner", "partner"},
	} {
		for _, g := range []*Guide{nl, en} {
			word, questions, found := g.Probe(c.text)
			if word != c.want || found != (c.want != "") || found != (len(questions) > 0) {
				t.Errorf("%q: got %q %v", c.text, word, found)
			}
			if found && !strings.Contains(questions[0], "“"+c.want+"”") {
				t.Errorf("%q: does not ask about the word: %s", c.text, questions[0])
			}
		}
	}
	if _, questions, _ := en.Probe("kwaliteit"); questions[len(questions)-1] != en.list("container.quality.ask")[1] {
		t.Errorf("got %q", questions)
	}
}

func TestFormsAreSaidOnce(t *testing.T) {
	for _, g := range []*Guide{nl, en} {
		seen := map[string]string{}
		for _, c := range g.Containers() {
			if len(c.Questions) != 6 {
				t.Errorf("%s: %d questions", c.Word, len(c.Questions))
			}
			for _, form := range c.Forms {
				if form != strings.ToLower(form) || seen[form] != "" {
					t.Errorf("%s of %s: already with %s, or not in lower case", form, c.Word, seen[form])
				}
				seen[form] = c.Word
				if word, _, found := g.Probe("x " + form + " y"); !found || word != form {
					t.Errorf("%s is not found", form)
				}
			}
		}
	}
}

func TestExamplesFitTheWords(t *testing.T) {
	of := func(name string) []string { return nl.list("example." + name) }
	for words, want := range map[string][]string{
		"": of("any"), "een trein die rijdt": of("any"), "Betrouwbaar!": append(of("reliable"), of("any")...),
		"snel, en nog sneller, maar betrouwbaar": append(append(of("fast"), of("reliable")...), of("any")...),
	} {
		if got := nl.Examples(words, "{1}"); !slices.Equal(got, want) {
			t.Errorf("%q: %q", words, got)
		}
	}
	for _, c := range nl.Containers() {
		if got := en.Examples(c.Word, "Best B.V."); len(got) < len(en.list("example.any"))+2 || strings.Contains(strings.Join(got, " "), "{") || strings.Contains(strings.Join(got, " "), "..") {
			t.Errorf("%s: %q", c.Word, got)
		}
	}
}

func FuzzProbe(f *testing.F) {
	f.Add("toegevoegde -waarde\xff")
	f.Fuzz(func(t *testing.T, s string) {
		if word, _, found := nl.Probe(s); found && !strings.Contains(s, word) {
			t.Errorf("%q is not in %q", word, s)
		}
	})
}

func BenchmarkProbe(b *testing.B) {
	text := strings.Repeat("Wie bij ons komt werken kent ons al voordat hij begint. ", 5)
	for b.Loop() {
		nl.Probe(text)
	}
}
