package draft

import (
	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// askTogether asks whose wish a KWI is too. Somebody with a KWI of their own has
// that merged with it.
func askTogether(f *kit.Frame, code account.KWICode) kit.Outcome {
	y, k := f.Y(), f.Y().KWI(code)
	if k == nil {
		return kit.Outcome{}
	}
	var items []widget.Item
	for _, r := range f.Client.Participants(y) {
		item := widget.Item{ID: string(r.Initials), Label: part.NameOf(f, r.Initials)}
		switch own := y.WishOf(r.Initials); {
		case own != nil && own.Code == code:
			item.Detail = f.T("draft.together.wishes")
		case own != nil:
			item.Detail = f.T("draft.together.merge", own.Code.Short()+" "+cells.Line(own.Title, 30))
		}
		items = append(items, item)
	}
	frame := *f
	return kit.Outcome{Ask: widget.Pick{Title: f.T("draft.together.title", part.KWIName(f, code)), Items: items, Then: func(id string) kit.Outcome {
		who := account.Initials(id)
		if own := frame.Y().WishOf(who); own != nil && own.Code != code {
			return mergeKWIs(&frame, own.Code, code)
		}
		return together(&frame, code, who)
	}}}
}

// together asks what a respondent expects of a KWI in their own words, and of one
// who wishes it with others whether they do not any more.
func together(f *kit.Frame, code account.KWICode, who account.Initials) kit.Outcome {
	name, k, today := f.Y().Name, f.Y().KWI(code), f.Today
	fields := []widget.Field{{ID: "words", Label: f.T("draft.together.words", string(who)), Kind: widget.TextField, Lines: 5, Hint: f.T("draft.expectation.hint")}}
	if k.IsWishOf(who) {
		fields[0].Value = k.WordsOf(who)
		if len(k.Wishes) > 0 {
			fields = append(fields, widget.Field{ID: "part", Label: f.T("draft.together.part"), Kind: widget.ToggleField})
		}
	}
	already := k.IsWishOf(who)
	form := widget.FormDialog{
		Name: "kwi/together/" + code.String() + "/" + string(who), Title: f.T("draft.together.head", part.NameOf(f, who), code.String()), Text: f.T("draft.together.text"), Fields: fields,
		Then: func(e widget.Edits) kit.Outcome {
			if already && !e.Has("words") && e.Get("part") == "" {
				return kit.Outcome{}
			}
			return kit.Changes(kit.Label("draft.label.together", code.String(), string(who)), func(c *account.Client) error {
				switch {
				case e.Get("part") != "":
					return c.PartKWI(name, code, who)
				case already:
					return c.SayWish(name, code, who, e.Get("words"), today)
				}
				return c.JoinKWI(name, code, who, e.Get("words"), today)
			})
		}}
	if already {
		form.Stored = func(f kit.Frame) (map[string]string, bool) {
			y := f.Client.Cycle(name)
			if y == nil || y.KWI(code) == nil || !y.KWI(code).IsWishOf(who) {
				return nil, false
			}
			return map[string]string{"words": y.KWI(code).WordsOf(who), "part": ""}, true
		}
	}
	return kit.Outcome{Ask: form}
}
