package part

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
)

// Initials are those of some people behind each other.
func Initials(who []account.Initials) string {
	out := make([]string, len(who))
	for i := range who {
		out[i] = string(who[i])
	}
	return strings.Join(out, ", ")
}

// Names are how some people are called, as one says them.
func Names(f *kit.Frame, who []account.Initials) string {
	out := make([]string, len(who))
	for i := range who {
		out[i] = NameOf(f, who[i])
	}
	return f.Words.And(out)
}

// KWIName is the number of a KWI with what it was last called.
func KWIName(f *kit.Frame, code account.KWICode) string {
	name := code.Short()
	for i := range f.Client.Cycles {
		y := &f.Client.Cycles[i]
		if k := y.KWI(code); k != nil {
			name = code.Short() + " " + k.Title
		} else if g := y.GoneKWI(code); g != nil {
			name = code.Short() + " " + g.KWI.Title
		}
	}
	return strings.TrimSpace(name)
}

// TitledWish is what a KWI is called and, where the room may know, whose wish it is: by
// name, by initials where that is too long, and not at all where those are too.
func TitledWish(f *kit.Frame, k *account.KWI) string {
	who := k.Wishers()
	for _, names := range []string{Names(f, who), Initials(who)} {
		if title := k.Title + "  " + f.Theme.Glyphs.Dot + "  " + names; len(who) > 0 && cells.Width(title) <= f.W {
			return title
		}
	}
	return k.Title
}

// OneWish is why a respondent cannot have another KWI: there is one that they wished.
func OneWish(f *kit.Frame, who account.Initials) string {
	if k := f.Y().WishOf(who); k != nil {
		return f.T("draft.why.one", string(who), k.Code.String())
	}
	return ""
}
