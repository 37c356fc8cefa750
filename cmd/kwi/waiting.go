package main

import (
	tea "charm.land/bubbletea/v2"

	"kwi/ui/kit"
)

// waiting stands in the place of a screen that is not built yet.
type waiting struct{ name string }

func newWaiting(p kit.Place) kit.Screen { return waiting{p.Name} }

func (w waiting) Init() tea.Cmd                                       { return nil }
func (w waiting) Update(kit.Frame, tea.Msg) (kit.Screen, kit.Outcome) { return w, kit.Outcome{} }
func (w waiting) View(kit.Frame) kit.Page                             { return kit.Page{Body: "\n" + w.name} }
func (w waiting) Acts(kit.Frame) []kit.Act                            { return nil }
func (w waiting) Head(kit.Frame) kit.Head                             { return kit.Head{Title: w.name} }
func (w waiting) Typing() bool                                        { return false }
