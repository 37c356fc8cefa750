package main

import (
	"fmt"
	"os"

	"github.com/charmbracelet/x/term"
)

// terminalSize is how large the terminal is, for a report; "" where there is none.
func terminalSize() string {
	w, h, err := term.GetSize(os.Stdout.Fd())
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%dx%d %s", w, h, os.Getenv("TERM"))
}
