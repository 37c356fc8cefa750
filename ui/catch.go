package ui

import (
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part/catching"
)

// catchPlace names the place of what is being caught: the same wherever one
// is, so that a draft of it is found again anywhere.
const catchPlace = "catch"

// catchActs are to catch a sentence, wherever one is, and to sort what was
// caught of the client in view.
func (r *Root) catchActs(it *stackItem) (acts []kit.Act) {
	if it.place.Name == catchPlace || r.watched() || it.place.Client == "" && r.Clients == nil && r.hand.ID() == "" {
		return nil
	}
	acts = append(acts, kit.Act{ID: "catch", Keys: keys.Catch, Name: r.Words.T("root.act.catch"), Hidden: true})
	if n := len(r.shown.Caught); n > 0 && it.place.Client != "" && !it.dialog {
		acts = append(acts, kit.Act{ID: "sort", Name: r.Words.N("root.act.sort", n), Hidden: true})
	}
	return acts
}

// catch asks for a sentence about the client in view; where none is, it asks at
// whom it was heard once it is typed.
func (r *Root) catch(cmds *commandBatch) {
	p := kit.Place{Name: catchPlace, Client: r.place().Client}
	first := catching.Client{ID: r.hand.ID()}
	first.Name = r.hand.Now().Name
	f := r.frame()
	f.Drafts = r.draftsAt(p)
	screen := catching.Ask(&f, "")
	if p.Client == "" {
		screen = catching.AskElsewhere(&f, first, r.findClients())
	}
	r.push(screen, p, true)
	cmds.add(r.begin(r.top()))
}
