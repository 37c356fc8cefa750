package lang

import (
	"strings"

	"kwi/internal/account"
)

// Behind says whose lists are behind.
func (w *Words) Behind(list []account.Behind) string {
	var who []string
	for _, b := range list {
		who = append(who, string(b.Who))
	}
	return w.N("behind.say", len(who), strings.Join(who, ", "))
}
