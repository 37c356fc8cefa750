package sheet

import (
	"slices"
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/crash"
	"kwi/internal/fault"
	"kwi/internal/questionnaire"
)

// Read reads a workbook that came back: the list in it, or all of them where
// somebody put several together. Each sheet is read under its own reference,
// whatever stands before or behind it. name is what the file is called, for
// whoever is told about it. Whatever cannot be read is one fault that names
// the file.
func Read(data []byte, name string) ([]questionnaire.Return, error) {
	return readGrids(data, name, func(grids []sheetGrid, name string) ([]questionnaire.Return, error) {
		return namedLists(grids, name)
	})
}

// namedLists are the lists in some sheets, with the file that they came in.
func namedLists(grids []sheetGrid, name string) ([]questionnaire.Return, error) {
	all := listsIn(grids)
	if len(all) == 0 {
		return nil, fault.New(fault.NotOurs, name)
	}
	for i := range all {
		all[i].File = name
	}
	return all, nil
}

// readGrids opens a workbook and hands its sheets on, with its name as it may
// be shown. Whatever goes wrong on the way is one fault that names the file.
func readGrids[T any](data []byte, name string, take func([]sheetGrid, string) ([]T, error)) (taken []T, err error) {
	name = questionnaire.Name(name)
	defer func() {
		if p := recover(); p != nil {
			taken, err = nil, fault.New(fault.BrokenBook, name).By(crash.Cause(p))
		}
	}()
	p, err := openParcel(data, name)
	if err != nil {
		return nil, err
	}
	grids, err := p.grids()
	if err != nil {
		return nil, err
	}
	return take(grids, name)
}

// hiddenNote is what a hidden sheet tells of the list that it came with.
type hiddenNote struct {
	questionnaire.Reference
	asked map[account.QuestionCode]string
	used  bool
}

// listsIn are the lists in the sheets of a workbook.
func listsIn(grids []sheetGrid) (all []questionnaire.Return) {
	var hidden []*hiddenNote
	var named, unnamed []int
	for i, g := range grids {
		if g.tells() {
			if t := g.told(); account.ValidID(t.Client) && t.Cycle.Valid() && account.ValidInitials(string(t.Who)) {
				hidden = append(hidden, &t)
			}
		} else if len(g.references()) > 0 {
			named = append(named, i)
		} else if g.places() {
			unnamed = append(unnamed, i)
		}
	}
	if len(named) == 0 {
		return unnamedLists(grids, hidden, unnamed)
	}
	of := map[questionnaire.Reference]int{}
	for _, i := range named {
		refs := grids[i].references()
		key := questionnaire.Reference{Client: refs[0].Client, Cycle: refs[0].Cycle, Who: refs[0].Who}
		n, there := of[key]
		if !there {
			n = len(all)
			of[key] = n
			all = append(all, questionnaire.Return{})
		}
		r, t := &all[n], matchHidden(hidden, key)
		if t != nil {
			refs = append([]questionnaire.Reference{t.Reference}, refs...)
		}
		if was := *r; there {
			refs = append([]questionnaire.Reference{was.Reference}, refs...)
		}
		r.Under(refs)
		grids[i].answers(r, t, sheetName(i, len(named)))
	}
	for _, t := range hidden {
		for i := range all {
			if !t.used && matchHidden(hidden, all[i].Reference) == nil {
				all[i].Under([]questionnaire.Reference{all[i].Reference, t.Reference}) // of which of the two is it?
			}
		}
	}
	for _, i := range unnamed {
		if grids[i].headed() && grids[i].graded() {
			return append(all, questionnaire.StrayBeside(all[0]))
		}
	}
	return all
}

// matchHidden is what was told unseen of a list, nil where nothing was.
func matchHidden(hidden []*hiddenNote, list questionnaire.Reference) *hiddenNote {
	for _, t := range hidden {
		if t.SameList(list) {
			t.used = true
			return t
		}
	}
	return nil
}

// unnamedLists is the list in a workbook of which no sheet says in sight whose
// it is: the one that was told unseen, if there is one such sheet.
func unnamedLists(grids []sheetGrid, hidden []*hiddenNote, sheets []int) []questionnaire.Return {
	if len(hidden) == 0 {
		return nil
	}
	var r questionnaire.Return
	var refs []questionnaire.Reference
	for _, t := range hidden {
		refs = append(refs, t.Reference)
	}
	if r.Under(refs); r.No != nil {
		return []questionnaire.Return{r}
	}
	if headed := slices.DeleteFunc(slices.Clone(sheets), func(i int) bool { return !grids[i].headed() }); len(headed) > 0 {
		sheets = headed
	}
	if len(sheets) > 1 {
		r.No = &questionnaire.Reason{Ground: questionnaire.ManySheets, Values: []string{strconv.Itoa(sheets[0] + 1), strconv.Itoa(sheets[1] + 1)}}
	} else if len(sheets) == 1 {
		grids[sheets[0]].answers(&r, hidden[0], "")
	}
	return []questionnaire.Return{r}
}

// sheetName is what stands before the names of cells where there are several
// lists: 2! for the second sheet.
func sheetName(i, lists int) string {
	if lists < 2 {
		return ""
	}
	return strconv.Itoa(i+1) + "!"
}

// references are the references that stand in sight in a sheet.
func (g sheetGrid) references() []questionnaire.Reference {
	var b strings.Builder
	for _, l := range g.rows {
		b.WriteString(l.allText())
	}
	return questionnaire.FindReferences(b.String())
}

// places reports whether a sheet has places to grade.
func (g sheetGrid) places() bool {
	return slices.ContainsFunc(g.rows, func(l sheetRow) bool { i, _, key := l.code(); return i >= 0 && key == "" })
}

// HoldsStrays reports whether a workbook that names no list has the grades of
// one.
func HoldsStrays(data []byte) bool {
	p, err := openParcel(data, "")
	if err != nil {
		return false
	}
	grids, err := p.grids()
	return err == nil && slices.ContainsFunc(grids, func(g sheetGrid) bool { return g.headed() && g.graded() })
}

// graded reports whether a sheet has a grade at one of its places.
func (g sheetGrid) graded() bool {
	var r questionnaire.Return
	g.answers(&r, nil, "")
	return slices.ContainsFunc(r.Lines, func(l questionnaire.Line) bool {
		a, _, ok := questionnaire.ReadGrade(l.Grade, l.Relevance)
		return ok && a.Grade != 0
	})
}

// headed reports whether a sheet has the heads of a list.
func (g sheetGrid) headed() bool {
	return slices.ContainsFunc(g.rows, func(l sheetRow) bool { _, ok := l.heads(); return ok })
}
