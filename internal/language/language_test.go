package language_test

import (
	"testing"
	"testing/fstest"

	"kwi/internal/language"
)

func TestIndexKnowsTagsAndLocales(t *testing.T) {
	for locale, tag := range map[string]string{
		"": "nl", "C": "nl", "nl_NL.UTF-8": "nl", "NL-be": "nl", "en": "en", "EN": "en", "en_GB.UTF-8": "en", "en-US": "en", "en.UTF-8": "en", "en@euro": "en", "end": "nl", "fr": "nl",
	} {
		if got := language.All()[language.Index(locale)].Tag; got != tag {
			t.Errorf("%q is %s, want %s", locale, got, tag)
		}
	}
	if !language.Known("EN") || language.Known("") || language.Known("en-GB") {
		t.Error("Known takes tags alone, in any case")
	}
}

func TestReadTexts(t *testing.T) {
	folder := fstest.MapFS{"b.txt": {Data: []byte("# c\na.b\n  nl een\n  nl twee\n  en one")}, "a.txt": {Data: []byte("a.a\n  nl x\n  en y\n\n")}, "c.md": {Data: []byte("no")}}
	texts, wrong := language.ReadTexts(folder)
	if len(wrong) > 0 || len(texts) != 2 || texts["a.b"] != [2]string{"een\ntwee", "one"} {
		t.Errorf("got %v, %v", texts, wrong)
	}
}

// TestALanguageMayHaveFilesOfItsOwn: the keys stand there once more.
func TestALanguageMayHaveFilesOfItsOwn(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	texts, wrong := language.ReadTexts(fstest.MapFS{"en.txt": file("a\n  en y\n  en z\n"), "x.txt": file("a\n  nl x\n")})
	if len(wrong) > 0 || texts["a"] != [2]string{"x", "y\nz"} {
		t.Errorf("got %v, %v", texts, wrong)
	}
	if _, wrong := language.ReadTexts(fstest.MapFS{"en.txt": file("a\n  en y\n"), "x.txt": file("a\n  nl x\n  en y\n")}); len(wrong) != 1 {
		t.Errorf("told twice: %q", wrong)
	}
}

func TestReadTextsReportsWhatItCannotUse(t *testing.T) {
	for content, want := range map[string]int{
		"a\n  nl x\n  en y\n": 0, "  nl x\n": 1, "a\n fr z\n": 1, "a\n  fr z\n": 1, "a\n  nl x\n  en y\na\n  nl x\n  en y\n": 1,
	} {
		if _, wrong := language.ReadTexts(fstest.MapFS{"x.txt": {Data: []byte(content)}}); len(wrong) != want {
			t.Errorf("%q: %q", content, wrong)
		}
	}
	if _, wrong := language.ReadTexts(fstest.MapFS{}); len(wrong) != 1 {
		t.Error("a folder without texts is not reported")
	}
}
