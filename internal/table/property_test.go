package table_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/table"
)

// drawn is a table about whoever and whatever such clients have.
func drawn(t *rapid.T) string {
	of := func(name string, some ...string) string { return rapid.SampledFrom(some).Draw(t, name) }
	var b strings.Builder
	b.WriteString(of("head", "respondent;naam;mail\n", "initialen;naam;niveau;vertrokken\n", "kleur;achternaam;mail;voornaam\n", "init.;opmerking;naam;left\n"))
	for range rapid.IntRange(0, 3).Draw(t, "people") {
		fmt.Fprintf(&b, "%s;%s;%s;%s\n", of("who", "KK", "A", "bb", "BB", "RM", "NEW", "Ω"), of("name", "", "Ann", "Ann Bos", "Bos, Ann"), of("mail", "", "a@b.example", "strategisch"), of("left", "", "2010-01-01"))
	}
	b.WriteString(of("columns", "cyclus;kwi;titel;doel;gewenst door;vraagcode;vraag;KK;A;BB;NEW;Q\n", "kwi;titel;verwachting;gewenst door;vraagcode;vraag\n", "cyclus;kwi;titel;doel;vraag;respondent;cijfer;belang\n"))
	cell := func() string {
		return of("cell", "", "", "8", "9<", "KWI-01", "KWI-02", "1", "65535", "1.01", "2.01", "1.10", "x", "Wij merkten het.", "KK", "Q", "NEW", "2009H2", "2010H1", "2011H1", "2026H2", "2030H1", "7,5", ">")
	}
	cycles := rapid.SampledFrom([][]string{{""}, {"2009H1", "2009H2", "2010H1", "2010H2", "2011H1", "2011H2"}}).Draw(t, "cycles")
	for range rapid.IntRange(0, 8).Draw(t, "rows") {
		var cells []string
		if y := of("cycle", cycles...); y != "" {
			cells = append(cells, y, of("kwi", "KWI-01", "KWI-02", "KWI-77", ""))
		}
		for range 10 {
			cells = append(cells, cell())
		}
		b.WriteString(strings.Join(cells, ";") + "\n")
	}
	return b.String()
}

// settled is a plan of which the user said that whoever may be a respondent
// who is there is somebody else.
func settled(c *account.Client, tab table.Table) table.Proposal {
	p := table.Plan(c, tab, today, std)
	for p.Open() {
		for _, a := range p.Asked {
			if a.Open() {
				p = table.Plan(c, p.Choose(a.Key, a.Initials), today, std)
				break
			}
		}
	}
	return p
}

func TestNothingThatIsThereIsOverwritten(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		c := accounttest.Client(rt, "x")
		rows, err := table.Split([]byte(drawn(rt)))
		if err != nil {
			rt.Skip()
		}
		tab, err := table.Read(rows)
		if err != nil {
			rt.Skip()
		}
		p := settled(&c, tab)
		next := c.Clone()
		if err := p.Apply(&next); err != nil {
			rt.Fatal(err)
		}
		sound(rt, next)
		if p.Empty() != reflect.DeepEqual(next.Tidy(), c.Tidy()) {
			rt.Fatal("it is empty and is not")
		}
		for i := range c.Cycles {
			was, now := &c.Cycles[i], next.Cycle(c.Cycles[i].Name)
			if !reflect.DeepEqual(was.Answers, now.Answers) || !reflect.DeepEqual(was.NPS, now.NPS) || was.Stage != now.Stage {
				rt.Fatalf("%s was answered otherwise", was.Name)
			}
			if was.Stage == account.Closed && !reflect.DeepEqual(was.KWIs, now.KWIs) {
				rt.Fatalf("%s is closed and has changed", was.Name)
			}
			for _, k := range was.KWIs {
				for _, q := range k.Questions {
					if there := now.Question(q.Code); there == nil || *there != q {
						rt.Fatalf("%s: %s was %+v", was.Name, q.Code, q)
					}
				}
				if there := now.KWI(k.Code); k.Title != "" && there.Title != k.Title || k.Target != 0 && there.Target != k.Target {
					rt.Fatalf("%s: %s was %+v and is %+v", was.Name, k.Code, k, there)
				}
			}
		}
		if again := settled(&next, tab); !again.Empty() {
			rt.Fatalf("once more it does something else: %+v", again.KWIs)
		}
	})
}
