package plan_test

import (
	"strings"
	"testing"
)

// An action of the plan that is to be done as soon as possible is told once, and
// enter again keeps it; one with a day is kept at once.
func TestAnActionOfThePlanIsRead(t *testing.T) {
	p := at(t, "80x24", "nl", newMedia(t, "nl"), "down", "down", "right", "enter", "down", "down", "enter")
	if p.Type("Eerdaags bellen").Press("enter"); !strings.HasPrefix(p.Notice, "“Eerdaags” is geen dag.") || p.Bad {
		t.Fatalf("it says %q\n%s", p.Notice, p.View())
	}
	if p.Press("enter"); planOf(p, 2026).KPI("KPI-2").Action("Eerdaags bellen").For != "RM" {
		t.Errorf("it is not kept: %q", p.Notice)
	}
	if p.Type("Asap bellen 1 december").Press("enter"); planOf(p, 2026).KPI("KPI-2").Action("Asap bellen").Due != "2026-12-01" {
		t.Errorf("one with a day waits: %q", p.Notice)
	}
}
