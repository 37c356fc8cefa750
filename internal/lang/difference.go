package lang

import (
	"reflect"
	"strconv"
	"strings"

	"kwi/internal/account"
)

// Spots says where in a client something stands: the cycle, the KWI with its
// title, whoever it is about.
func (w *Words) Spots(c *account.Client, at []account.Spot) string {
	var parts []string
	for i, s := range at {
		if said := w.spot(c, at[:i], s); said != "" {
			parts = append(parts, said)
		}
	}
	return strings.Join(parts, " · ")
}

func (w *Words) spot(c *account.Client, within []account.Spot, s account.Spot) string {
	switch s.Kind {
	case "Cycle", "Year":
		return s.ID
	case "Person", "Respondent", "Colleague":
		return called(c, account.Initials(s.ID))
	case "KWI", "NextKWI":
		if title := titleOf(c, within, s.ID); title != "" {
			return s.ID + " " + title
		}
		if s.ID != "" {
			return s.ID
		}
	case "Question":
		return strings.TrimSpace(w.T("history.spot.question", s.ID) + " " + wordsOf(c, within, s.ID))
	case "Note", "Visit":
		return w.T("history.spot."+strings.ToLower(s.Kind), called(c, account.Initials(s.ID)))
	}
	return strings.TrimSpace(w.T("history.spot."+strings.ToLower(s.Kind), s.ID))
}

// titleOf is what a KWI is called in the cycle that a spot stands in.
func titleOf(c *account.Client, within []account.Spot, code string) string {
	for _, s := range within {
		if y := c.Cycle(account.CycleName(s.ID)); s.Kind == "Cycle" && y != nil && s.ID != "" {
			for i := range y.KWIs {
				if y.KWIs[i].Code.String() == code {
					return y.KWIs[i].Title
				}
			}
		}
	}
	return ""
}

// wordsOf is how a question is put in the cycle that a spot stands in.
func wordsOf(c *account.Client, within []account.Spot, code string) string {
	q, ok := account.ParseQuestionCode(code)
	for _, s := range within {
		if y := c.Cycle(account.CycleName(s.ID)); ok && s.Kind == "Cycle" && y != nil && s.ID != "" && y.Question(q) != nil {
			return y.Question(q).Text
		}
	}
	return ""
}

// called is the name of one of the people, with their initials.
func called(c *account.Client, who account.Initials) string {
	name := c.NameOf(who)
	if m := c.Colleague(who); m != nil && c.Respondent(who) == nil && m.Name != "" {
		name = m.Name
	}
	if name == string(who) || who == "" {
		return string(who)
	}
	return name + " (" + string(who) + ")"
}

// Field is what a field of a type of the domain is called.
func (w *Words) Field(field string) string {
	of, name, _ := strings.Cut(field, ".")
	if key := "history.field." + strings.ToLower(of) + "." + strings.ToLower(name); w.Has(key) {
		return w.T(key)
	}
	return w.T("history.field." + strings.ToLower(name))
}

// Changed says what a field was and what it is now, behind its name.
func (w *Words) Changed(c *account.Client, d *account.Difference, today account.Date) string {
	was, is := w.said(c, d.Was, today), w.said(c, d.Is, today)
	switch {
	case d.Field == "" && was == "":
		return w.T("history.came")
	case d.Field == "":
		return w.T("history.went")
	case d.Held:
		return w.T("history.held", w.Field(d.Field))
	case d.Many && was != "" && is != "":
		return w.T("history.both", w.Field(d.Field), is, was)
	case d.Many && was != "":
		return w.T("history.less", w.Field(d.Field), was)
	case d.Many:
		return w.T("history.more", w.Field(d.Field), is)
	case was == "":
		return w.T("history.now", w.Field(d.Field), is)
	case is == "":
		return w.T("history.gone", w.Field(d.Field), was)
	}
	return w.T("history.became", w.Field(d.Field), was, is)
}

func (w *Words) said(c *account.Client, values []any, today account.Date) string {
	var parts []string
	for _, v := range values {
		parts = append(parts, w.saidOne(c, v, today))
	}
	return strings.Join(parts, ", ")
}

func (w *Words) saidOne(c *account.Client, v any, today account.Date) string {
	switch v := v.(type) {
	case string:
		return v
	case account.Date:
		return w.ShortDate(v, today)
	case account.Moment:
		return w.ShortMoment(v, today)
	case account.Initials:
		return called(c, v)
	case account.Stage:
		return w.Stage(LongStage, c.Approach, v)
	case account.Target:
		return w.Target(v)
	case bool:
		return w.T("kit.yes")
	case account.Reply:
		if v == account.Yes {
			return w.T("kit.yes")
		}
		return w.T("kit.no")
	case int:
		return w.Int(v)
	case account.ScanAnswers:
		return w.scanned(v)
	case account.PlannedItem:
		return w.T("history.value."+string(v.Item)) + " " + strconv.Itoa(v.Minutes)
	case interface{ String() string }: // codes and answers, as they are written everywhere
		return v.String()
	}
	word := reflect.ValueOf(v).String()
	for _, prefix := range choices[reflect.TypeOf(v)] {
		if w.Has(prefix + word) {
			return w.T(prefix + word)
		}
	}
	return word
}

// choices are where the words of choices stand.
var choices = map[reflect.Type][]string{
	reflect.TypeFor[account.Kind]():         {"kind."},
	reflect.TypeFor[account.Approach]():     {"approach."},
	reflect.TypeFor[account.Level]():        {"level."},
	reflect.TypeFor[account.Side]():         {"side."},
	reflect.TypeFor[account.Status]():       {"status."},
	reflect.TypeFor[account.Topic]():        {"topic."},
	reflect.TypeFor[account.AnswersBy]():    {"measure.by."},
	reflect.TypeFor[account.QuestionKind](): {"history.value."},
	reflect.TypeFor[account.SendingState](): {"history.value."},
	reflect.TypeFor[account.AnalysisPart](): {"history.field.analysis.", "history.field."},
	reflect.TypeFor[account.OwnKind]():      {"history.value."},
	reflect.TypeFor[account.Way]():          {"history.value."},
	reflect.TypeFor[account.Going]():        {"history.value."},
	reflect.TypeFor[account.Amends]():       {"history.value."},
	reflect.TypeFor[account.Part]():         {"history.field."},
	reflect.TypeFor[account.CheckName]():    {"gate.check."},
}

// scanned are the answers of a quick scan: 1a 2c.
func (w *Words) scanned(a account.ScanAnswers) string {
	var parts []string
	for q := range account.ScanLength {
		if letter := a.At(q + 1); letter != 0 {
			parts = append(parts, strconv.Itoa(q+1)+string(letter))
		}
	}
	return strings.Join(parts, " ")
}
