//go:build !unix

package main

import tea "charm.land/bubbletea/v2"

// suspension is nil: no shell here takes over while a program waits.
func suspension() tea.Cmd { return nil }

func listenSuspend(func(tea.Msg), <-chan struct{}) {}
