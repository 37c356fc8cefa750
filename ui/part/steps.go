package part

import (
	"strings"

	"kwi/internal/account"
	"kwi/ui/theme"
)

// Steps draws where a cycle is in the order of work: ●───◐───○ for all stages
// of the approach, done, now and to come. Of a closed cycle all are done.
func Steps(t theme.Theme, a account.Approach, at account.Stage) string {
	return stageDots(t, a, at, strings.Repeat(t.Glyphs.Line, 3))
}

// ShortSteps is Steps in a cell a stage, for a column or a narrow screen.
func ShortSteps(t theme.Theme, a account.Approach, at account.Stage) string {
	return stageDots(t, a, at, "")
}

func stageDots(t theme.Theme, a account.Approach, at account.Stage, line string) string {
	var done, now, todo strings.Builder
	at = at.In(a)
	for _, s := range a.Stages() {
		part, sign := &todo, t.Glyphs.Todo
		switch {
		case s < at:
			part, sign = &done, t.Glyphs.Done
		case s == at:
			part, sign = &now, t.Glyphs.Now
		}
		part.WriteString(sign)
		if s != account.Session {
			part.WriteString(line)
		}
	}
	return t.Text.Render(done.String()) + t.Accent.Render(now.String()) + t.Faint.Render(todo.String())
}

// StepsOf is how far a cycle is, in little room a cell a stage; where none has begun
// none of it is done.
func StepsOf(t theme.Theme, a account.Approach, y *account.Cycle, little bool) string {
	switch {
	case y == nil:
		return NoSteps(t, a)
	case little:
		return ShortSteps(t, a, y.Stage)
	}
	return Steps(t, a, y.Stage)
}

// NoSteps is ShortSteps where no cycle has begun.
func NoSteps(t theme.Theme, a account.Approach) string {
	return t.Faint.Render(strings.Repeat(t.Glyphs.Todo, len(a.Stages())))
}
