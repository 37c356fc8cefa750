package part

import (
	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// Everybody is all people of the client in hand to pick from, the respondents
// first, also those who have left.
func Everybody(f *kit.Frame) (items []widget.Item) {
	add := func(who account.Initials) {
		label := f.Client.NameOf(who)
		if label == "" {
			label = string(who)
		}
		items = append(items, widget.Item{ID: string(who), Label: label, Detail: string(who)})
	}
	for _, r := range f.Client.Respondents {
		add(r.Initials)
	}
	for _, m := range f.Client.Colleagues {
		add(m.Initials)
	}
	return items
}
