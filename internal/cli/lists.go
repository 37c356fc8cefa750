package cli

import (
	"context"

	"kwi/internal/desk"
	"kwi/internal/lang"
)

// WriteLists writes the files of each respondent into a folder, all of them or
// none, as the command does. The interface uses it too.
func WriteLists(ctx context.Context, folder string, all []desk.Outgoing) error {
	return putAll(ctx, folder, filesOf(all), "")
}

// filesOf are the files of each respondent.
func filesOf(all []desk.Outgoing) (files []piece) {
	for _, o := range all {
		files = append(files, piece{o.File + ".xlsx", o.Book}, piece{o.File + ".eml", o.Letter})
		if o.Paper != nil {
			files = append(files, piece{o.File + ".pdf", o.Paper})
		}
	}
	return files
}

// Say is an error of a command, or of WriteLists, as a sentence.
func Say(w *lang.Words, err error) string { return (&run{words: w}).sentence(err) }
