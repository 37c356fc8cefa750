package ui

import (
	"cmp"

	tea "charm.land/bubbletea/v2"
)

// Preferences are what was chosen of how the program looks and works; "" where
// nothing was.
type Preferences struct{ Language, Theme, GradesGoOn, Wisdoms, Welcomed string }

// preferring is the keeping of preferences: one at a time, so that the last
// choice is what stays.
type preferring struct {
	chosen, kept Preferences
	busy         bool
}

// preferred is what became of keeping preferences.
type preferred struct {
	kept Preferences
	err  error
}

// prefer takes note of a choice and keeps it for the next time.
func (r *Root) prefer(p Preferences, cmds *commandBatch) {
	now := &r.prefers.chosen
	now.Language, now.Theme = cmp.Or(p.Language, now.Language), cmp.Or(p.Theme, now.Theme)
	now.GradesGoOn, now.Wisdoms = cmp.Or(p.GradesGoOn, now.GradesGoOn), cmp.Or(p.Wisdoms, now.Wisdoms)
	now.Welcomed = cmp.Or(p.Welcomed, now.Welcomed)
	r.keepPreferences(cmds)
}

func (r *Root) keepPreferences(cmds *commandBatch) {
	keep, p := r.Prefer, r.prefers.chosen
	if keep == nil || r.prefers.busy || p == r.prefers.kept {
		return
	}
	r.prefers.busy = true
	cmds.add(func() tea.Msg { return preferred{p, keep(p)} })
}

func (r *Root) preferred(m preferred, cmds *commandBatch) {
	r.prefers.busy, r.prefers.kept = false, m.kept // also what failed, which is said once
	if m.err != nil {
		r.sayInternal(r.Words.Fault(m.err), true)
	}
	r.keepPreferences(cmds)
}

// What the act is called that changes whether a grade waits for enter, by
// whether it does, and what is said once it was changed.
var (
	gradesAct  = map[bool]string{false: "root.act.gradeswait", true: "root.act.gradesgo"}
	gradesSaid = map[bool]string{true: "root.grades.wait", false: "root.grades.go"}
	// The same of the wisdoms, by whether there are none.
	wisdomsAct  = map[bool]string{false: "root.act.nowisdoms", true: "root.act.wisdoms"}
	wisdomsSaid = map[bool]string{true: "root.wisdoms.off", false: "root.wisdoms.on"}
)

// turnGrades has a grade wait for enter, or go on by itself.
func (r *Root) turnGrades(cmds *commandBatch) {
	r.GradesWait = !r.GradesWait
	r.prefer(Preferences{GradesGoOn: map[bool]string{true: "off", false: "on"}[r.GradesWait]}, cmds)
	r.say(r.Words.T(gradesSaid[r.GradesWait]), false)
}
