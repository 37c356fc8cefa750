package browsertest_test

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"kwi/internal/browsertest"
)

const form = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A list</title><main><h1>A list</h1>
<label>Name <input id="name"></label> <button id="save">Save</button> <p id="said">nothing</p></main>
<script>
document.getElementById("save").onclick = () => {
	const name = document.getElementById("name").value
	document.getElementById("said").textContent = name
	const a = document.createElement("a")
	a.href = URL.createObjectURL(new Blob([name]))
	a.download = "answers.txt"
	a.click()
}
</script>`

// TestAFormIsFilledIn shows what the rest of this package is for.
func TestAFormIsFilledIn(t *testing.T) {
	page := browsertest.Start(t).Open(t, "list with ünïcode.html", []byte(form))
	page.Fill(t, "#name", "Jan")
	page.Press(t, "\t")
	if id := browsertest.Eval[string](t, page, "document.activeElement.id"); id != "save" {
		t.Errorf("after a tab the focus is on %q", id)
	}
	page.Click(t, "#save")
	saved, err := os.ReadFile(page.Downloaded(t))
	if err != nil {
		t.Fatal(err)
	}
	if said := page.Text(t, "#said"); said != "Jan" || string(saved) != "Jan" {
		t.Errorf("it says %q and saves %q", said, saved)
	}
	page.Quiet(t)
	if !bytes.HasPrefix(page.Shot(t), []byte("\x89PNG")) || !bytes.HasPrefix(page.Print(t), []byte("%PDF")) {
		t.Error("no picture or no print")
	}
	page.Accessible(t)
}

// TestWhatIsWrongIsHeard makes sure that a page is not quiet and accessible
// because nobody listens.
func TestWhatIsWrongIsHeard(t *testing.T) {
	page := browsertest.Start(t).Open(t, "wrong.html", []byte(`<!doctype html><html><title>x</title><img src="https://kwi.example/x.png">
<p style="color:#aaa;background:#fff">grey</p><script>throw Error("wrong")</script>`))
	if !slices.Contains(page.Requests(), "https://kwi.example/x.png") {
		t.Errorf("it asks for %v", page.Requests())
	}
	if said := strings.Join(page.Complaints(), "; "); !strings.Contains(said, "exception") {
		t.Errorf("it complains of %s", said)
	}
	var rules []string
	for _, f := range page.Axe(t) {
		rules = append(rules, f.Rule)
	}
	for _, rule := range []string{"html-has-lang", "image-alt", "color-contrast"} {
		if !slices.Contains(rules, rule) {
			t.Errorf("axe does not find %s: %v", rule, rules)
		}
	}
}
