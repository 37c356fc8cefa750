package cli

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/ui/kit"
)

// problem is an error that only the command line knows. Its text stands in
// the catalogue; wrong usage is a part of a sentence, everything else whole.
type problem struct {
	usage bool
	key   string
	args  []any
}

// Error is for logs and tests.
func (p problem) Error() string { return p.key }

// wrong says that the command was not given right.
func wrong(key string, args ...any) error { return problem{true, key, args} }

// cannot says that it was, and cannot be done all the same.
func cannot(key string, args ...any) error { return problem{false, key, args} }

// unknownCommand puts cobra's error about a command that is not there into
// the user's words, with what he may have meant.
func (r *run) unknownCommand(root *cobra.Command, err error) error {
	quoted, _ := strconv.QuotedPrefix(strings.TrimPrefix(err.Error(), "unknown command "))
	name, unquoting := strconv.Unquote(quoted)
	if unquoting != nil {
		return err
	}
	if near := root.SuggestionsFor(name); len(near) > 0 {
		return wrong("cli.wrong.near", shown(name), near[0])
	}
	return wrong("cli.wrong.command", shown(name))
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
			return wrong("cli.wrong.option", "-"+shown(group))
		}
		return wrong("cli.wrong.option", "--"+shown(absent.GetSpecifiedName()))
	case errors.As(err, &lacking):
		return wrong("cli.wrong.lacking", "--"+lacking.GetFlag().Name)
	case errors.As(err, &invalid):
		return wrong("cli.wrong.value", shown(invalid.GetValue()), "--"+invalid.GetFlag().Name)
	case errors.As(err, &syntax):
		return wrong("cli.wrong.option", shown(syntax.GetSpecifiedFlag()))
	}
	return wrong("cli.wrong.other", shown(err.Error()))
}

// shown is foreign text as a part of a line in a terminal.
func shown(s string) string { return kit.Line(s, 60) }
