package browsertest

import (
	"os"
	"strings"
	"testing"
)

// axeVariable names the environment variable with the path of axe.min.js of
// the npm package axe-core. It is half a megabyte of somebody else's work, so
// that it is not kept here; .ci/run fetches it once.
const axeVariable = "KWI_AXE"

// Finding is what axe finds wrong in a page.
type Finding struct {
	Rule  string   `json:"rule"`
	Help  string   `json:"help"`
	Where []string `json:"where"` // the elements, as CSS selectors with what is wrong
}

func (f Finding) String() string {
	return f.Rule + ": " + f.Help + "\n\t" + strings.Join(f.Where, "\n\t")
}

// Accessible holds that axe finds nothing wrong with the page as it stands, by
// any of its rules, the best practices among them.
func (p *Page) Accessible(t testing.TB) {
	t.Helper()
	for _, f := range p.Axe(t) {
		t.Error(f)
	}
}

// Axe is what axe finds wrong with the page as it stands. Where axe is not here
// the test is skipped and says so.
func (p *Page) Axe(t testing.TB) []Finding {
	t.Helper()
	path := os.Getenv(axeVariable)
	if path == "" {
		t.Skipf("%s does not name axe.min.js; .ci/run fetches it", axeVariable)
	}
	source, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("axe is not here; .ci/run fetches it: %v", err)
	}
	if !Eval[bool](t, p, "typeof axe === 'object'") {
		Eval[bool](t, p, string(source)+"\n;true")
	}
	return Eval[[]Finding](t, p, `axe.run(document, {resultTypes: ["violations"]}).then(all => all.violations.map(v => ({
		rule: v.id, help: v.help, where: v.nodes.map(n => n.target.join(" ") + ": " + n.failureSummary.replace(/\s+/g, " ")),
	})))`)
}
