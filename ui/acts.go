package ui

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/catching"
	"kwi/ui/part/moving"
	"kwi/ui/part/papers"
	"kwi/ui/theme"
)

// everywhere are the acts that can be done everywhere. A dialog keeps its place: on top of it only what does
// not lead away.
func (r *Root) everywhere() []kit.Act {
	t := r.Words.T
	it := r.top()
	if r.watched() && r.meeting.cover != uncovered && it.covers() {
		return r.coverActs()
	}
	acts := []kit.Act{
		{ID: "help", Looks: true, Keys: keys.Help, Name: t("root.act.help"), Together: true},
		{ID: "speak", Looks: true, Keys: keys.Speak, Name: r.Words.Next().Language(), Together: true, Hidden: true},
		r.groundAct(), r.mouseAct(),
		{ID: "copy", Looks: true, Keys: keys.Copy, Name: t("root.act.copy"), Together: true, Hidden: true},
	}
	acts = append(append(acts, r.catchActs(it)...), r.veilActs()...)
	if it.dialog {
		return append(acts, r.hintActs()...)
	}
	acts = append(acts,
		kit.Act{ID: "palette", Looks: true, Keys: keys.Palette, Name: t("root.act.palette"), Together: true, Hidden: true},
		kit.Act{ID: "undo", Keys: keys.Undo, Name: t("root.act.undo"), Together: true, Hidden: true},
		kit.Act{ID: "redo", Keys: keys.Redo, Name: t("root.act.redo"), Together: true, Hidden: true},
	)
	acts = append(acts, r.exampleActs()...)
	if r.watched() {
		return append(acts, r.meetingActs()...)
	}
	quit := kit.Act{ID: "quit", Looks: true, Keys: keys.Quit, Name: t("root.act.quit"), Hidden: true}
	switch {
	case r.Only:
		quit.Name = t("root.act.end")
	case r.Lent:
		quit.Name = t("root.act.own")
	}
	acts = append(r.renames(acts),
		kit.Act{ID: "me", Name: t("root.act.me"), Hidden: true},
		kit.Act{ID: "grades", Looks: true, Name: t(gradesAct[r.GradesWait]), Hidden: true},
		kit.Act{ID: "wisdoms", Looks: true, Name: t(wisdomsAct[r.NoWisdoms]), Hidden: true}, quit)
	for _, some := range [][]kit.Act{r.copiesActs(), r.examineActs(), r.exposedActs(), r.passphraseActs(), r.teamActs()} {
		acts = append(acts, some...)
	}
	if r.Suspend != nil {
		acts = append(acts, kit.Act{ID: "suspend", Looks: true, Keys: keys.Suspend, Name: t("root.act.suspend"), Hidden: true})
	}
	if act, there := r.traceAct(); there {
		acts = append(acts, act)
	}
	acts = append(acts, r.adviceActs()...)
	acts = append(acts, r.listActs(it)...)
	if _, meets := r.meetingHome(); meets && r.meetingPlace().Client != "" {
		acts = append(acts, kit.Act{ID: "together", Looks: true, Keys: keys.Meet, Name: t("root.act.together"), Hidden: true})
	}
	if it.place.Client != "" {
		return append(append(acts, r.clientActs(it.place)...), r.leadActs()...)
	}
	return append(acts, r.eraseActs()...)
}

// clientActs are what can be done wherever a client is in hand.
func (r *Root) clientActs(p kit.Place) []kit.Act {
	t, now := r.Words.T, r.hand.Now()
	acts := []kit.Act{
		{ID: "before", Looks: true, Keys: keys.Before, Name: t("root.act.before"), Hidden: true},
		{ID: "after", Looks: true, Keys: keys.After, Name: t("root.act.after"), Hidden: true},
	}
	n := 0
	for _, e := range r.Places {
		if e.Person && e.Name != p.Name {
			acts = append(acts, r.personAct(e))
		}
		if e.Aside && e.Name != p.Name {
			acts = append(acts, kit.Act{ID: "place." + e.Name, Looks: true, Keys: e.Key, Name: t(e.Title), Hidden: true})
		}
		if !e.Numbered() {
			continue
		}
		n++
		digit := n
		if stage, is := account.ParseStage(e.Name); is {
			if stage.Skipped(now.Approach) {
				continue
			}
			digit = stage.Step(now.Approach)
		}
		acts = append(acts, kit.Act{ID: "place." + e.Name, Looks: true, Keys: keys.Place(digit), Name: r.placeTitle(e), Hidden: true})
	}
	goOn := kit.Act{ID: "goon", Keys: keys.GoOn, Name: t("root.act.goon"), Hidden: true}
	if y := now.Newest(); y != nil && p.Cycle != "" && p.Cycle != y.Name {
		goOn.Why = t("root.goon.old", string(y.Name))
	}
	goBack := kit.Act{ID: "goback", Name: t("root.act.goback"), Hidden: true}
	if y := now.Newest(); y == nil || y.Stage == account.Initialise {
		goBack.Why = t("root.goback.first")
	}
	cycles := kit.Act{ID: "cycles", Looks: true, Keys: keys.Cycles, Name: t("root.act.cycles"), Hidden: true}
	if e, _ := r.entry(p.Name); e.Yearly {
		cycles.Why = t("root.cycles.yearly")
	} else if len(now.Cycles) < 2 {
		cycles.Why = t("root.cycles.one")
	}
	f := r.frame()
	acts = append(r.behindActs(acts, &now), goOn, r.checklistAct(), goBack, cycles, moving.Act(&f), kit.Act{ID: "approach", Name: part.ApproachAct(&f), Hidden: true})
	if r.lastClosed() != "" {
		acts = append(acts, kit.Act{ID: "afterwards", Name: t("root.act.afterwards"), Hidden: true})
	}
	acts = append(acts, r.eraseActs()...)
	if r.writes() {
		if r.paper().Name != "" {
			acts = append(acts, kit.Act{ID: "paper", Keys: keys.Paper, Name: t("root.act.paper"), Hidden: true})
		}
		acts = append(acts, kit.Act{ID: "papers", Keys: keys.Papers, Name: t("root.act.papers"), Hidden: true})
		if now.Newest() != nil {
			acts = append(acts, kit.Act{ID: "pack", Keys: keys.Pack, Name: t("root.act.pack"), Hidden: true})
		}
	}
	return acts
}

// command does one of the root's own acts.
func (r *Root) command(id string, cmds *commandBatch) {
	if name, ok := cutPlace(id); ok {
		p := kit.Place{Name: name, Client: r.hand.ID(), Cycle: r.place().Cycle}
		e, _ := r.entry(name)
		if e.Either {
			p.Client = r.place().Client // with none on the page it is about none
		}
		if e.Person {
			p.At = string(r.personInHand())
		}
		if e.Person || e.Aside {
			r.goFrom(p, true, cmds)
			return
		}
		r.goTo(p, cmds)
		return
	}
	if what, ok := strings.CutPrefix(id, passphraseAct); ok {
		r.askPassphrase(what, cmds)
		return
	}
	switch id {
	case "help":
		r.ask(r.helpScreen(), cmds)
	case "behind":
		r.goToBehind(cmds)
	case "trace":
		t, client := r.thingInHand()
		r.traceTo(t, client, cmds)
	case "speak":
		r.Words = r.Words.Next()
		r.prefer(Preferences{Language: r.Words.Tag()}, cmds)
	case "ground":
		r.Theme, r.Themed = theme.After(r.Theme), true
		r.prefer(Preferences{Theme: r.Theme.Name}, cmds)
	case "mouse", "copy":
		r.forOthers(id, cmds)
	case "paper":
		f := r.frame()
		r.ask(r.Papers.Ask(&f, r.paper()), cmds)
	case "pack":
		f := r.frame()
		r.ask(r.Papers.Ask(&f, kit.Paper{Name: papers.PackName}), cmds)
	case "erase":
		r.askErase(cmds)
	case "papers":
		f := r.frame()
		r.ask(r.Papers.Choose(&f, r.paper().Year, r.anybodyInHand()), cmds)
	case "palette":
		r.ask(r.paletteScreen(), cmds)
	case "undo":
		if !r.top().screen.Typing() { // where letters are text nothing is half typed any more, and the field stays open
			r.leaveTop(cmds)
		}
		switch {
		case r.onSettings():
			r.goSetting(settingBack, cmds)
			return
		case r.ofFirm(hand.Undo):
			r.undoFirm(hand.Firm.Undo, "root.undone")
			return
		case r.place().Client == "" && !r.watched():
			r.undoHere(cmds)
			return
		}
		r.undo(r.backward(), "root.undone")
	case "redo":
		switch {
		case r.onSettings():
			r.goSetting(settingAgain, cmds)
			return
		case r.ofFirm(hand.Redo):
			r.undoFirm(hand.Firm.Redo, "root.redone")
			return
		case r.place().Client == "" && !r.watched():
			r.redoHere()
			return
		}
		r.undo(r.forward(), "root.redone")
	case "grades":
		r.turnGrades(cmds)
	case "wisdoms":
		r.NoWisdoms = !r.NoWisdoms
		r.prefer(Preferences{Wisdoms: map[bool]string{true: "off", false: "on"}[r.NoWisdoms]}, cmds)
		r.say(r.Words.T(wisdomsSaid[r.NoWisdoms]), false)
	case "hint.why":
		r.say(r.hinted.why, false)
	case "advice.why", "advice.more", "advice.next":
		r.adviceCommand(id, cmds)
	case "catch":
		r.catch(cmds)
	case "sort":
		r.ask(catching.NewList(), cmds)
	case "example", "example.monitor":
		r.openOver(examples[id], cmds)
	case "supplier":
		r.askRename(cmds)
	case "copies":
		r.askCopies(cmds)
	case "conceal":
		r.ask(r.confirmConceal(), cmds)
	case "doctor":
		r.leaveTop(cmds)
		r.ask(r.examine(), cmds)
	case "me":
		f := r.frame()
		r.ask(part.NewMe(&f, nil), cmds)
	case "lock":
		r.letVeilDown(cmds)
	case "suspend":
		cmds.add(r.Suspend)
	case "quit":
		r.home(cmds)
	case "before":
		r.neighbour(-1, cmds)
	case "after":
		r.neighbour(1, cmds)
	case "goon":
		r.goOn(cmds)
	case "goback":
		r.goBack(cmds)
	case "session":
		r.leaveTop(cmds)
		f := r.frame()
		r.ask(moving.AskDay(&f), cmds)
	case "checklist":
		r.askChecklist(cmds)
	case "approach":
		r.leaveTop(cmds)
		f := r.frame()
		r.ask(part.AskApproach(&f).Ask, cmds)
	case "cycles":
		r.askCycle(cmds)
	case "afterwards":
		if closed := r.lastClosed(); closed != "" {
			r.askAfterwards(closed, cmds)
		}
	case "together":
		r.together(cmds)
	case "seats":
		r.askSeats(cmds)
	default:
		if !r.teamCommand(id, cmds) {
			r.meetingCommand(id, cmds)
		}
	}
}

// home goes from anywhere to the first place, and from there out.
func (r *Root) home(cmds *commandBatch) {
	switch {
	case r.Only:
		r.wayOut(cmds)
		return
	case len(r.stack) == 1:
		r.leave(false, cmds)
		return
	}
	r.goTo(kit.Place{Name: r.Places[0].Name}, cmds)
}
