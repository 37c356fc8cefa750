package post_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/post"
)

// TestTwoPeopleHaveNoSessionInTheCalendar: in the simple approach the days are
// those of a conversation.
func TestTwoPeopleHaveNoSessionInTheCalendar(t *testing.T) {
	for tag, never := range map[string]string{"nl": "sessie", "en": "session"} {
		for _, session := range []account.Date{"", "2026-12-10"} {
			c := account.Client{ID: "x", Name: "Facilitair", Approach: account.Simple,
				Cycles: []account.Cycle{{Name: "2026H2", Stage: account.Measure, Session: session}}}
			events := post.Events(&c, lang.For(tag))
			if session != "" && len(events) == 0 {
				t.Errorf("%s: nothing is told of %s", tag, session)
			}
			for _, e := range events {
				if strings.Contains(strings.ToLower(e.Summary+e.About), never) {
					t.Errorf("%s: %q, %q", tag, e.Summary, e.About)
				}
			}
		}
	}
}
