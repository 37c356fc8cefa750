package guide

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
)

var nl, en = For("nl"), For("en")

var stages = []string{"initialise", "draft", "test", "communicate", "realise", "measure", "session"}

var messages = []Message{
	CommunicateSubject, CommunicateBody, MeasureSubject, MeasureBody, ReminderSubject, ReminderBody, InvitationSubject, InvitationBody, InvitationOurs, InvitationLists, InvitationSoon, WithdrawalSubject, WithdrawalBody, NewsSubject, NewsBody, NewsComing, NewsDone, ThanksSubject, ThanksBody, AbsentSubject, AbsentBody, ConceptSubject, ConceptBegin, ConceptWeighs, ConceptAsks, ConceptNamed, ConceptUnwanted, ConceptDue, ConceptInspired, ConceptEnd,
	ListIntro, ListGrade, ListRelevance, ListByName, ListByGroup, ListMayName, ListMayRead, ListRemarks, ListNew, ListThanks,
	NPSQuestion, NPSWhy, NPSPleased, NPSMissed, NPSAnonymous, QuestionNoticed, QuestionKept,
}

// textsByKey is the texts of every key, each in the order of language.All.
func textsByKey() map[string][][]string {
	all := map[string][][]string{}
	for key, first := range readLibrary().guides[0].texts {
		for i := range first {
			var spoken []string
			for _, g := range readLibrary().guides {
				spoken = append(spoken, g.texts[key][i])
			}
			all[key] = append(all[key], spoken)
		}
	}
	return all
}

func TestTextsComeInPairsOfOneShape(t *testing.T) {
	for _, wrong := range readLibrary().wrong {
		t.Error(wrong)
	}
	holes := regexp.MustCompile(`\{[^{}]*\}`)
	for key, pairs := range textsByKey() {
		for _, p := range pairs {
			if a, b := strings.Count(p[0], " | "), strings.Count(p[1], " | "); a != b {
				t.Errorf("%s: nl has %d bars, en %d: %s", key, a, b, p[0])
			}
			// The order of the two may differ, the set may not.
			a, b := holes.FindAllString(p[0], -1), holes.FindAllString(p[1], -1)
			slices.Sort(a)
			slices.Sort(b)
			if !slices.Equal(slices.Compact(a), slices.Compact(b)) {
				t.Errorf("%s: nl fills %v, en %v", key, a, b)
			}
			for _, s := range p {
				if s == "" || s != strings.TrimSpace(s) || strings.Contains(s, "  ") {
					t.Errorf("%s: stray white space: %q", key, s)
				}
			}
		}
	}
}

func TestTone(t *testing.T) {
	never := regexp.MustCompile(`(?i)!|\b(please|alstublieft|alsjeblieft|sorry|helaas)\b`)
	form := regexp.MustCompile(`(?i)\b(vragenlijst|enquête|formulier|questionnaire|survey|form)\b`)
	informal := regexp.MustCompile(`(?i)\b(je|jij|jou|jouw|jullie)\b`)
	quoted := regexp.MustCompile(`“[^”]*”`)
	for key, pairs := range textsByKey() {
		for _, p := range pairs {
			for _, s := range p {
				if found := never.FindString(s); found != "" {
					t.Errorf("%s: %q does not fit the tone: %s", key, found, s)
				}
			}
			for _, said := range quoted.FindAllString(p[0], -1) {
				if informal.MatchString(said) {
					t.Errorf("%s: a client is addressed with u: %s", key, said)
				}
			}
			if name, _, _ := strings.Cut(key, "."); name == "interview" || name == "example" || name == "inspiration" || strings.HasSuffix(key, ".ask") {
				if informal.MatchString(p[0]) || regexp.MustCompile(`\b(he|him|his)\b`).MatchString(p[1]) {
					t.Errorf("%s: this is asked of a client: %s / %s", key, p[0], p[1])
				}
			}
			if slices.Contains(messages, Message(key)) {
				if informal.MatchString(p[0]) || form.MatchString(p[0]) || form.MatchString(p[1]) {
					t.Errorf("%s: this goes to a client: %s / %s", key, p[0], p[1])
				}
			}
		}
	}
}

// everyContainer is a text with every container word of a guide.
func everyContainer(g *Guide) string {
	var words []string
	for _, c := range g.Containers() {
		words = append(words, c.Word)
	}
	return strings.Join(words, ", ")
}

// saidBy is what an entry of the library says, and by which names.
func saidBy(e Entry) (all []any) {
	all = append(all, e.ID, string(e.Kind), e.Title, e.When)
	for _, p := range e.Parts {
		if p.Title != "" {
			all = append(all, p.Title)
		}
		for _, l := range p.Lines {
			all = append(all, l.Text)
			for _, s := range []string{l.ID, l.Title} {
				if s != "" {
					all = append(all, s)
				}
			}
		}
	}
	return all
}

// hintLists are the lists of words that hints look for.
var hintLists = []string{"vague.words", "vague.but", "rules.words", "rules.but", "unwanted.skip", "unwanted.turned"}

// everything is what the package can say in a language.
func everything(g *Guide) []any {
	all := []any{
		g.Simple(), g.Dialogue(), g.Arguments(), g.Inspiration("{1}", nil), g.Realise(), g.Agenda(), g.Topics(), g.Analysis(), g.Selection(),
		g.Differences(), g.NPS(), g.Ladder(), g.Hostmanship(), g.Simplify(),
		g.Glossary(), g.ValueQuestion(), g.QuickScan(), g.Containers(), g.Interview(), g.Promise("{1}"), g.PromiseInspiration("{1}"), g.Wisdoms(), g.Examples(everyContainer(g), "{1}"),
		g.Approach(account.Advice{Approach: account.Extended}), g.Approach(account.Advice{Approach: account.Simple, Later: true}),
		g.Approach(account.Advice{Approach: account.Simple, Grounds: []account.Ground{account.NotStrategic, account.NotIntensive, account.NoBusiness, account.IsInternal, account.FirstCycle}}),
		g.Needs(account.Needs{ClientKnows: account.Yes, SupplierKnows: account.Yes}), g.Needs(account.Needs{ClientKnows: account.Yes, SupplierKnows: account.No}),
		g.Needs(account.Needs{ClientKnows: account.No, SupplierKnows: account.Yes}), g.Needs(account.Needs{ClientKnows: account.No, SupplierKnows: account.No}),
	}
	for _, e := range g.Shelf() {
		all = append(all, saidBy(e)...)
	}
	for _, s := range stages {
		all = append(all, g.Purpose(s))
		if purpose := g.SimplePurpose(s); purpose != "" {
			all = append(all, purpose)
		}
	}
	for _, name := range Moments() {
		all = append(all, g.Moment(name))
	}
	for _, m := range messages {
		all = append(all, g.Message(m))
		if own := g.MessageIn(account.Simple, m); own != g.Message(m) {
			all = append(all, own)
		}
	}
	for _, name := range PlanBlocks() {
		all = append(all, g.PlanBlock(name))
	}
	for _, rule := range Hints() {
		all = append(all, g.Hint(rule, "{1}", "{2}", "{3}"))
	}
	for _, list := range hintLists {
		all = append(all, HintWords(list))
	}
	return all
}

// gather collects all strings in a value and notes what its shape is: where
// strings stand, and how many.
func gather(v reflect.Value, found *[]string, shape *strings.Builder) {
	switch v.Kind() {
	case reflect.String:
		*found = append(*found, v.String())
		shape.WriteByte('s')
	case reflect.Slice, reflect.Array:
		shape.WriteByte('[')
		for i := range v.Len() {
			gather(v.Index(i), found, shape)
		}
		shape.WriteByte(']')
	case reflect.Struct:
		shape.WriteByte('{')
		for i := range v.NumField() {
			gather(v.Field(i), found, shape)
		}
		shape.WriteByte('}')
	case reflect.Interface, reflect.Pointer:
		gather(v.Elem(), found, shape)
	}
}

func TestAllLanguagesSayAsMuchAndAllOfIt(t *testing.T) {
	guides := readLibrary().guides
	shapes := make([]string, len(guides))
	for i, g := range guides {
		for _, one := range everything(g) {
			// Forms of a word differ in number from one language to the other.
			if c, ok := one.([]Container); ok {
				for n := range c {
					c[n].Forms = nil
				}
			}
			var found []string
			var shape strings.Builder
			gather(reflect.ValueOf(one), &found, &shape)
			shapes[i] += shape.String() + "\n"
			for _, s := range found {
				if s == "" {
					t.Errorf("%s: something is empty in %v", g.Tag(), one)
				}
			}
		}
	}
	for i := range shapes {
		if shapes[i] != shapes[0] {
			t.Errorf("the shapes differ:\n%s\n%s", shapes[0], shapes[i])
		}
	}
	for _, g := range readLibrary().guides {
		var said []string
		gather(reflect.ValueOf(everything(g)), &said, &strings.Builder{})
		whole := strings.Join(said, "\n")
		for key, texts := range g.texts {
			for _, text := range texts {
				for _, part := range strings.Split(strings.ReplaceAll(text, ", ", " | "), " | ") {
					if !strings.Contains(strings.ReplaceAll(whole, ", ", " | "), part) && key != "container.ask" && key != "library.difference" && strings.Trim(part, "0123456789") != "" {
						t.Errorf("%s is never said: %s", key, part)
					}
				}
			}
		}
	}
}

func TestFactsAreAllThere(t *testing.T) {
	for _, c := range []struct {
		what      string
		got, want int
	}{
		{"inspiration", len(nl.Inspiration("", nil)), 34}, {"arguments", len(nl.Arguments()), 8}, {"topics", len(nl.Topics()), 5}, {"analysis", len(nl.Analysis()), 7}, {"agenda", len(nl.Agenda()), 5},
		{"hostmanship", len(nl.Hostmanship()), 6}, {"three questions", len(nl.list("threequestions")), 3}, {"service rules", len(nl.list("servicerules")), 7}, {"differences", len(nl.Differences()), 8}, {"realise", len(nl.Realise()), 14},
		{"selection", len(nl.Selection()), 3}, {"simple", len(nl.Simple()), 5},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, want %d", c.what, c.got, c.want)
		}
	}
	if nl.Purpose("closed") != "" {
		t.Error("a closed cycle has no purpose")
	}
}

func TestApproach(t *testing.T) {
	if c := en.Approach(account.Advice{Approach: account.Extended}); c.Say != en.one("approach.extended") || len(c.Why) != 0 {
		t.Errorf("got %+v", c)
	}
	if c := en.Approach(account.Advice{Approach: account.Simple, Grounds: []account.Ground{account.NotIntensive}}); len(c.Why) != 1 || c.Why[0] != en.one("approach.why.intensive") {
		t.Errorf("got %+v", c)
	}
}

func TestMessagesAreFilled(t *testing.T) {
	for _, g := range []*Guide{nl, en} {
		for _, m := range messages {
			if s := g.Message(m, "A", "B", "C", "D", "E", "F", "G"); s == "" || strings.ContainsAny(s, "{}") {
				t.Errorf("%s: %q", m, s)
			}
		}
	}
	if got, want := nl.Message(QuestionKept, "Bestseller {2}"), "Bestseller {2} kwam de afspraken over deze KWI na (zie actielijst)"; got != want {
		t.Errorf("got %q", got)
	}
	if s := nl.Message(MeasureBody, "Beste Kees,"); !strings.HasPrefix(s, "Beste Kees,\n\nOp {5} ") {
		t.Errorf("got %q", s)
	}
}

// A session is called off towards people too to whom no invitation went: nothing in
// that letter says that they were invited.
func TestCallingOffClaimsNoInvitation(t *testing.T) {
	for tag, words := range map[string]string{"nl": "uitnodigden", "en": "invited"} {
		if body := For(tag).Message(WithdrawalBody, "A", "B", "C", "D"); strings.Contains(body, words) {
			t.Errorf("%s: %s", tag, body)
		}
	}
}
