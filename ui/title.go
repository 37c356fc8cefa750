package ui

import (
	"strings"

	"kwi/internal/cells"
)

// mostTitle is how many cells the title of the window has at most: a longer one a
// list of windows cuts, and a hostile one would fill it.
const mostTitle = 80

// title is what the window is called: the program, the client that is looked at and
// the place, in the user's language. It stands where everybody reads it, in lists of
// windows and on a screen that is shared. With the client watching it is made of what
// they see: their own name and the page; over a cover it is the program's name alone.
func (r *Root) title() string {
	parts := []string{"kwi"}
	covered := r.watched() && (r.top().covers() || hasFallen(r.top().screen))
	if r.wait == nil && !r.leaving.ask && !covered && !r.veil.down {
		if at := r.place(); at.Client != "" && at.Client == r.shown.ID {
			parts = append(parts, r.shown.Name)
		}
		if e, ok := r.entry(r.place().Name); ok && (e.Together || !r.watched()) {
			parts = append(parts, r.placeTitle(e))
		}
	}
	return TitleOf(parts...)
}

// TitleOf makes a title of its parts, cleaned of all that could steer a terminal.
func TitleOf(parts ...string) string {
	return cells.Line(cells.Clean(strings.Join(parts, " – ")), mostTitle)
}

// title is what a window is called that follows: the client's own name and the page
// that is shown; over a cover the program's name alone.
func (r *Follower) title() string {
	parts := []string{"kwi"}
	if e, ok := r.entry(r.on.Place); ok && r.screen != nil && e.Together && !hasFallen(r.screen) && !r.ended {
		parts = append(parts, r.seen.client.Name, r.Words.T(e.Title))
	}
	return TitleOf(parts...)
}
