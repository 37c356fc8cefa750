package desk

import (
	"context"
	"slices"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/report"
)

// factParts are the chapters of a monitor that hold what a place tells of a client, by
// the name of the place; nil is all of them.
var factParts = map[string][]string{
	"monitor": nil, "initialise": {"respondents"}, "draft": {"kwis"}, "test": {"kwis", "assignment"}, "communicate": {"kwis", "assignment", "lists"},
	"realise": {"actions"}, "measure": {"assignment", "lists"}, "session": {"summary", "scores", "insight"}, "promises": {"actions"},
}

// Facts are what a place tells of a client as a document for within the house, with the
// same figures and rows; false where that place is only drawn. Without a cycle it is of
// the one that a monitor would be of, or in a place of the work of the newest. with is the
// respondent whom the page for a visit is about.
func (d *Desk) Facts(ctx context.Context, c account.Client, place string, cycle account.CycleName, with account.Initials, o report.Options) (doc report.Document, known bool, err error) {
	parts, known := factParts[place]
	if !known && place != "brief" {
		return doc, false, nil
	}
	o.Audience = report.Internal
	if o.Supplier, err = d.Supplier(ctx); err != nil {
		return doc, true, err
	}
	if y := c.Newest(); cycle == "" && y != nil && place != "monitor" {
		cycle = y.Name
	}
	if cycle, err = reported(&c, cycle); err != nil {
		return doc, true, err
	}
	if place == "brief" {
		if c.Respondent(with) == nil {
			return doc, true, fault.New(fault.Removed, string(with))
		}
		return report.Visit(&c, cycle, with, o), true, nil
	}
	doc = report.Monitor(&c, cycle, o)
	if parts != nil {
		doc.Parts = slices.DeleteFunc(doc.Parts, func(p report.Part) bool { return !slices.Contains(parts, p.ID) })
	}
	return doc, true, nil
}
