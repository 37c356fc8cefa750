package account_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
)

func numbers(list []account.Action) string {
	var out []string
	for _, a := range list {
		out = append(out, a.Number)
	}
	return strings.Join(out, " ")
}

func TestWhatASessionLooksBackOnAndClosesWith(t *testing.T) {
	c := account.Client{Cycles: []account.Cycle{
		{Name: "2025H2", Session: "2025-12-01", Stage: account.Closed, Actions: []account.Action{
			{Number: "2025-08", Date: "2025-08-01", Status: account.Open, Side: account.ClientSide}, {Number: "2025-09", Date: "2025-12-01", Status: account.Done}}},
		{Name: "2026H1", Session: "2026-06-01", Stage: account.Closed, Actions: []account.Action{
			{Number: "2026-01", Date: "2026-02-01", Status: account.Done}, {Number: "2026-02", Date: "2026-06-01", Status: account.Done}, {Number: "2026-03", Date: "2026-06-02", Status: account.Dropped}}},
		{Name: "2026H2", Session: "2026-11-20", Stage: account.Session, Meeting: account.Meeting{Ideas: []account.Idea{{Text: "x", Action: "2026-100"}}}, Actions: []account.Action{
			{Number: "2026-99", Date: "2026-09-01", Status: account.Open, Side: account.BothSides}, {Number: "2026-98", Date: "2026-09-01", Status: account.Done},
			{Number: "2026-100", Date: "2026-11-19", Status: account.Open, Side: account.SupplierSide, For: "Joe"},
			{Number: "2026-101", Date: "2026-11-20", Status: account.Done, Side: account.ClientSide}, {Number: "2026-102", Date: "2026-11-20", Status: account.Dropped}}},
	}}
	y := c.Newest()
	for today, want := range map[account.Date][2]string{
		"2026-11-21": {"2025-08 2026-02 2026-03 2026-98 2026-99", "2026-100 2025-08 2026-101 2026-99"},
		"2026-11-19": {"2025-08 2026-02 2026-03 2026-98 2026-99", "2026-100 2025-08 2026-101 2026-99"}, // one meets a day before
	} {
		if got := numbers(c.LookBack(y, today)); got != want[0] {
			t.Errorf("%s looks back on %s, not %s", today, got, want[0])
		}
		if got := numbers(c.ToDo(y, today)); got != want[1] {
			t.Errorf("%s closes with %s, not %s", today, got, want[1])
		}
	}
	if got := numbers(c.Agreements(y)); got != "2025-08 2026-98 2026-99 2026-100 2026-101 2026-102" {
		t.Errorf("the agreements are %s", got)
	}
	if got := numbers(c.Agreements(&c.Cycles[0])); got != "2025-08 2025-09" {
		t.Errorf("the agreements of the first cycle are %s", got)
	}
	if got := numbers(c.LookBack(&c.Cycles[0], "2026-11-21")); got != "2025-08" {
		t.Errorf("the first session looks back on %s", got)
	}
	y.Session = ""
	if got := numbers(c.ToDo(y, "2026-11-20")); got != "2026-100 2025-08 2026-101 2026-99" {
		t.Errorf("without a day it closes with %s", got)
	}
	if a := (account.Action{Status: account.Open, For: "Joe"}); !a.Lacks() {
		t.Error("what has no date lacks nothing")
	}
}
