package desk

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/report"
	"kwi/internal/report/markdown"
	"kwi/internal/report/pdf"
	"kwi/internal/report/xlsx"
	"kwi/internal/score"
)

// Form is what a document is written as.
type Form string

// The forms, each as the ending of a file's name.
const (
	Workbook Form = ".xlsx"
	Paper    Form = ".pdf"
	Markdown Form = ".md"
)

// FormOf is the form that a file's name asks for.
func FormOf(name string) (Form, bool) {
	switch f := Form(strings.ToLower(filepath.Ext(name))); f {
	case Workbook, Paper, Markdown:
		return f, true
	}
	return "", false
}

// Monitor is the customer value monitor of a client in a form, whole. Without
// a cycle it is of the newest with answers or, where there are none yet, of
// the newest. Options need no supplier; without a language it is in that of
// the client's sponsor, or for within the house and where that is not known in
// the one given as other.
func (d *Desk) Monitor(ctx context.Context, id string, cycle account.CycleName, form Form, o report.Options, other string) ([]byte, error) {
	c, err := d.Client(ctx, id)
	if err != nil {
		return nil, err
	}
	return d.MonitorOf(ctx, c, cycle, form, o, other)
}

// MonitorOf is Monitor of a client as it is in hand.
func (d *Desk) MonitorOf(ctx context.Context, c account.Client, cycle account.CycleName, form Form, o report.Options, other string) (_ []byte, err error) {
	if o.Supplier, err = d.Supplier(ctx); err != nil {
		return nil, err
	}
	if cycle, err = reported(&c, cycle); err != nil {
		return nil, err
	}
	if o.Language == "" {
		o.Language = other
		if r := c.Respondent(c.Sponsor); r != nil && r.Language != "" && o.Audience == report.ForClient {
			o.Language = r.Language
		}
	}
	var b bytes.Buffer
	err = writers[form](&b, report.Monitor(&c, cycle, o))
	return b.Bytes(), err
}

// writers turn a document into the bytes of a form.
var writers = map[Form]func(io.Writer, report.Document) error{Workbook: xlsx.Monitor, Paper: pdf.Monitor, Markdown: markdown.Monitor}

// reported is the cycle that a monitor is about.
func reported(c *account.Client, name account.CycleName) (account.CycleName, error) {
	y := c.Newest()
	if t, ok := score.HistoryOf(c).Newest(); ok {
		y = c.Cycle(t.Cycle)
	}
	if name != "" {
		y = c.Cycle(name)
	}
	if y == nil {
		return "", fault.New(fault.NoCycle, string(name), c.Name)
	}
	return y.Name, nil
}
