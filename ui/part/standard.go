package part

import (
	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/kit"
)

// Standard is the wording of the standard questions for the client in a frame.
func Standard(f *kit.Frame) account.Standard {
	return guide.StandardQuestions(f.Client.Approach, f.Client.StandardLanguage(f.Words.Tag()), f.Supplier)
}
