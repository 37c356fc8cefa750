package linear

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/ui/part/erasing"
)

// dataChoices are what the law gives somebody a right to: all that is kept of them, and to be
// erased.
func (t *teller) dataChoices(who account.Initials) (all []choice) {
	if t.Kept != nil {
		all = append(all, choice{name: t.T("linear.person.kept.hear"), do: func() error { return t.hearPerson(who) }})
	}
	if t.Papers != nil {
		for _, p := range t.Papers.Papers {
			if p.Person && p.Anybody {
				all = append(all, choice{name: t.T("linear.person.kept.write"), do: func() error { return t.paperAbout(p, who) }})
			}
		}
	}
	if t.Eraser != nil && t.Only == "" {
		all = append(all, choice{name: t.T("root.act.erase"), changes: true, do: func() error { return t.erase(who) }})
	}
	return all
}

// hearPerson tells all that is kept of somebody, as the document has it.
func (t *teller) hearPerson(who account.Initials) error {
	d, err := t.Kept(t.ctx, *t.client(), who, t.options())
	if err != nil {
		return err
	}
	return t.hear(func() report.Document { return d })
}

// erase takes a person out of everything: what that does, what becomes of the texts of others,
// a yes, and the report. Before the yes nothing changes.
func (t *teller) erase(who account.Initials) error {
	o := erasing.Order{Client: *t.client(), Who: who, Today: t.today(), Tag: t.Words.Tag()}
	t.say(sentence(t.T("erase.title", t.named(who))))
	for _, key := range []string{"erase.text.goes", "erase.text.stays", "erase.text.final"} {
		t.say(t.T(key))
	}
	if err := t.eraseHow(&o); err != nil {
		return err
	}
	found, err := t.Eraser.Would(t.ctx, o, nil)
	if err != nil {
		t.say(t.Eraser.Say(t.Words, err))
		return errRefused
	}
	for i, w := range found.Texts {
		if _, is := t.Eraser.Decided(o)[w.Text]; is {
			continue
		}
		if err := t.eraseText(o, found, i); err != nil {
			return t.unerased(err)
		}
	}
	return t.eraseSure(o, found)
}

// unerased is that it was left before the yes.
func (t *teller) unerased(err error) error {
	if err == errBack || err == errUndone {
		t.say(t.T("linear.erase.not"))
	}
	return err
}

// eraseHow asks what else they are called, how far it goes, and what takes the place of a name.
func (t *teller) eraseHow(o *erasing.Order) (err error) {
	if o.Also, err = t.line(t.T("erase.also"), "", t.T("erase.also.help")+". "+t.T("linear.skip")); err != nil {
		return err
	}
	t.say(sentence(t.T("erase.everywhere.help")))
	if o.Everywhere, err = t.yes(t.T("erase.everywhere")+"?", false); err != nil {
		return err
	}
	for o.Word == "" {
		if o.Word, err = t.line(t.T("erase.instead"), t.T("erase.word"), sentence(t.T("erase.instead.help"))); err != nil {
			return err
		}
		if o.Word == "" {
			t.say(t.T("erase.instead.none"))
		}
	}
	return nil
}

// eraseText asks what is to become of one text of others.
func (t *teller) eraseText(o erasing.Order, found erasing.Found, i int) error {
	w := found.Texts[i]
	t.say(sentence(t.T("erase.one", i+1, len(found.Texts), t.named(o.Who))))
	t.say(t.T("erase.one.where", report.WhereWritten(t.Words, w.Places[0], len(w.Places))))
	t.say(t.T("erase.one.now", account.Sentence(w)))
	t.say(t.T("erase.one.replaced", erasing.Replaced(w, o.Word)))
	if now, is := t.Eraser.Decided(o)[w.Text]; is {
		t.say(t.T("linear.erase.becomes", now))
	}
	at, err := t.one(t.T("erase.becomes"), []choice{{name: t.T("erase.becomes.keep")}, {name: t.T("erase.becomes.replace")}, {name: t.T("erase.becomes.write")}})
	if err != nil {
		return err
	}
	becomes := []string{w.Text, w.Strike(o.Word), ""}[at]
	for becomes == "" {
		t.tell(t.T("erase.own"), w.Text)
		place := "erase/" + string(o.Who)
		lines, err := t.longLines(place, t.T("erase.own"), "")
		if err != nil {
			return err
		}
		t.settled(place)
		if becomes = strings.Join(lines, "\n"); becomes == w.Text {
			becomes = ""
		}
		if becomes == "" {
			t.say(t.T("linear.needed", t.T("linear.word.back")))
		}
	}
	t.Eraser.Decide(o, w.Text, becomes)
	t.say(t.T("linear.erase.becomes", becomes))
	return nil
}

// eraseSure tells what will be done, and does it on a yes.
func (t *teller) eraseSure(o erasing.Order, found erasing.Found) error {
	for {
		o.Instead = t.Eraser.Decided(o)
		for _, line := range t.Eraser.WouldDo(t.Words, o, found) {
			t.say(line)
		}
		all := []choice{{name: t.T("linear.erase.no")}, {name: t.T("erase.yes")}}
		if len(found.Texts) > 0 {
			all = append(all, choice{name: t.T("erase.again")})
		}
		at, err := t.one(t.T("erase.sure", t.named(o.Who)), all)
		switch {
		case err != nil:
			return t.unerased(err)
		case at == 0:
			return t.unerased(errBack)
		case at == 1:
			return t.erases(o)
		}
		for i := range found.Texts {
			if err := t.eraseText(o, found, i); err != nil {
				return t.unerased(err)
			}
		}
	}
}

// erases does it, and tells what was done. Nothing that named them is written once more.
func (t *teller) erases(o erasing.Order) error {
	names := o.Client.NamingOf(o.Who)
	t.say(sentence(t.T("erase.erasing")))
	told, err := t.Eraser.Do(t.ctx, o, nil)
	for place, d := range t.typing {
		if len(names.In(d.Text)) > 0 || slices.ContainsFunc(strings.Split(d.Place, "/"), func(s string) bool { return s == string(o.Who) }) {
			delete(t.typing, place)
		}
	}
	t.firmAnew()
	if anew := t.take(t.hand.ID()); anew != nil && err == nil { // where it failed some of it may be done
		t.say(t.Words.Fault(anew))
	}
	if err != nil {
		t.say(t.Eraser.Say(t.Words, err))
		return errGone
	}
	t.Eraser.Forget(o)
	t.say(t.T("erase.done"))
	for _, part := range []struct {
		head  string
		lines []string
	}{{"erase.report.done", told.Did(t.Words)}, {"erase.report.left", told.Stays(t.Words)}, {"erase.report.outside", told.Outside(t.Words)}} {
		if len(part.lines) > 0 {
			t.say(t.T(part.head) + ":")
		}
		for _, line := range part.lines {
			t.say(line)
		}
	}
	return t.writeErased(told)
}

// writeErased offers to write the report as a document.
func (t *teller) writeErased(told report.Erased) error {
	if t.Papers == nil {
		return errGone
	}
	for _, p := range t.Papers.Papers {
		if !p.Report {
			continue
		}
		writes, err := t.yes(t.T("erase.write")+"?", false)
		if err != nil {
			return err
		}
		if p.Erased = &told; writes {
			if err := t.paperAbout(p, ""); err != nil && err != errBack && err != errRefused {
				return err
			}
		}
	}
	return errGone
}
