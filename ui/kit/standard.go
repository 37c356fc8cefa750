package kit

import (
	"kwi/internal/account"
	"kwi/internal/guide"
)

// Standard is the wording of the standard questions for the client in a frame.
func Standard(f *Frame) account.Standard {
	return guide.StandardQuestions(f.Client.StandardLanguage(f.Words.Tag()), f.Supplier)
}
