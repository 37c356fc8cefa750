package cli

import (
	"context"

	"kwi/internal/desk"
	"kwi/internal/lang"
)

// WriteLists writes the workbook and the letter of each respondent into a
// folder, all of them or none, as the command does. The interface uses it too.
func WriteLists(ctx context.Context, folder string, all []desk.Outgoing) error {
	var files []piece
	for _, o := range all {
		files = append(files, piece{o.File + ".xlsx", o.Book}, piece{o.File + ".eml", o.Letter})
	}
	return putAll(ctx, folder, files, "")
}

// Say is an error of a command, or of WriteLists, as a sentence.
func Say(w *lang.Words, err error) string { return (&run{words: w}).sentence(err) }
