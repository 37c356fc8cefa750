package cli

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/cells"
)

// problem is an error that only the command line knows. Its text stands in
// the catalogue; wrong usage is a part of a sentence, everything else whole.
type problem struct {
	usage bool
	key   string
	args  []any
	many  bool // the first of them is a number
	halts bool // the user stopped it
}

// Error is for logs and tests.
func (p problem) Error() string { return p.key }

// wrongUsage says that the command was not given right.
func wrongUsage(key string, args ...any) error { return problem{usage: true, key: key, args: args} }

// cannot says that it was, and cannot be done all the same.
func cannot(key string, args ...any) error { return problem{key: key, args: args} }

// unknownCommand puts cobra's error about a command that is not there into
// the user's words, with what they may have meant.
func (r *invocation) unknownCommand(root *cobra.Command, err error) error {
	quoted, _ := strconv.QuotedPrefix(strings.TrimPrefix(err.Error(), "unknown command "))
	name, unquoting := strconv.Unquote(quoted)
	if unquoting != nil {
		return err
	}
	if near := root.SuggestionsFor(name); len(near) > 0 {
		return wrongUsage("cli.wrong.near", cleanLine(name), near[0])
	}
	return wrongUsage("cli.wrong.command", cleanLine(name))
}

// flagError does the same for pflag's errors about options.
func flagError(_ *cobra.Command, err error) error {
	var (
		absent  *pflag.NotExistError
		lacking *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &absent):
		if group := absent.GetSpecifiedShortnames(); group != "" {
			return wrongUsage("cli.wrong.option", "-"+cleanLine(group))
		}
		return wrongUsage("cli.wrong.option", "--"+cleanLine(absent.GetSpecifiedName()))
	case errors.As(err, &lacking):
		return wrongUsage("cli.wrong.lacking", "--"+lacking.GetFlag().Name)
	case errors.As(err, &invalid):
		return wrongUsage("cli.wrong.value", cleanLine(invalid.GetValue()), "--"+invalid.GetFlag().Name)
	case errors.As(err, &syntax):
		return wrongUsage("cli.wrong.option", cleanLine(syntax.GetSpecifiedFlag()))
	}
	return wrongUsage("cli.wrong.other", cleanLine(err.Error()))
}

// cleanLine is foreign text as a part of a line in a terminal.
func cleanLine(s string) string { return cells.Line(s, 60) }

// cleanPath is the name of a file as a part of a line in a terminal. It is never cut off: somebody is to go there.
func cleanPath(s string) string { return cells.Line(s, 4096) }
