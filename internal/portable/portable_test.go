package portable_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"kwi/internal/portable"
	"kwi/internal/score"
)

func read(t *testing.T, name string) portable.File {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	f, err := portable.Read(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return f
}

func written(t testing.TB, f portable.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := portable.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCasesHaveTheirKnownResults(t *testing.T) {
	for name, want := range map[string]score.Sums{
		"worked.json":   {Points: 357, Weight: 47, Grades: 150, Answers: 20},
		"newmedia.json": {Points: 220, Weight: 31, Grades: 114, Answers: 16},
	} {
		f := read(t, name)
		c := &f.Clients[0]
		if got := score.Of(c, c.Newest()).Total.Sums; got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
		once := written(t, f)
		again, err := portable.Read(bytes.NewReader(once))
		if err != nil {
			t.Fatalf("%s: what was written does not read: %v", name, err)
		}
		if !reflect.DeepEqual(f, again) {
			t.Errorf("%s: reads back as something else", name)
		}
		if twice := written(t, again); !bytes.Equal(once, twice) {
			t.Errorf("%s: written twice, not the same bytes", name)
		}
	}
}
