package lang

import (
	"slices"

	"kwi/internal/account"
)

// topics are what a part of a client belongs to, as one tells a colleague of it.
var topics = map[string]string{
	"Action": "agreements", "Telling": "agreements", "KWI": "kwis", "NextKWI": "kwis", "Question": "kwis",
	"Plan": "plan", "Year": "plan", "KPI": "plan", "KPIAction": "plan",
	"Respondent": "people", "Colleague": "people", "Visit": "talks", "Note": "talks", "Person": "answers", "Sending": "answers",
}

// topicOf is what a difference is about.
func topicOf(d *account.Difference) string {
	for _, s := range d.At {
		if topic, known := topics[s.Kind]; known {
			return topic
		}
	}
	switch {
	case len(d.At) > 0:
		return "cycle"
	case d.Field == "Client.Name":
		return "name"
	}
	return "client"
}

// mostTopics are named; more are several things.
const mostTopics = 2

// Touched is what some differences are about, as "the agreements and the answers"; ""
// where that is too much to name.
func (w *Words) Touched(all []account.Difference) string {
	var names []string
	for i := range all {
		if name := w.T("team.topic." + topicOf(&all[i])); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > mostTopics {
		return ""
	}
	return w.And(names)
}

// Sides are both values of a field that was done otherwise in two places, each behind
// the name of the field.
func (w *Words) Sides(c *account.Client, d *account.Difference, today account.Date) (was, is string) {
	side := func(values []any) string {
		said := w.said(c, values, today)
		switch {
		case d.Held:
			said = w.T("team.apart.held")
		case d.Field == "" && said == "":
			return w.T("team.apart.absent")
		case d.Field == "":
			return w.T("team.apart.there")
		case said == "":
			said = w.T("team.apart.empty")
		}
		return w.T("history.now", w.Field(d.Field), said)
	}
	return side(d.Was), side(d.Is)
}
