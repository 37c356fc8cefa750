package linear

import (
	"strconv"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/text"
	"kwi/internal/trace"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// interviews are the talks with the respondents in which KWIs are drafted.
func (t *teller) interviews() error {
	if err := t.some(t.takesPart()); err != nil {
		return err
	}
	return t.stay(place{name: func() string { return t.T("linear.interviews") }, acts: func() []choice {
		var all []choice
		for _, who := range t.takesPart() {
			name := t.T("linear.spoken.not", t.named(who))
			if t.client().SpokenWith(t.cycle(), who) {
				name = t.T("linear.spoken", t.named(who), t.N("linear.count.notes", len(t.notesOf(who))))
			}
			all = append(all, choice{name: name, do: func() error { return t.interview(who) }})
		}
		return all
	}})
}

// notesOf are the notes of a talk, the most important first.
func (t *teller) notesOf(who account.Initials) []account.Note { return t.cycle().Ranked(who) }

func (t *teller) topic(of account.Topic) string {
	if of == "" {
		return t.T("draft.othertopic")
	}
	return t.T("topic." + string(of))
}

// interview is the talk with one respondent: what was caught, and what came of it.
func (t *teller) interview(who account.Initials) error {
	return t.stay(place{name: func() string { return t.T("linear.interview.place", t.named(who)) }, what: func() { t.tellInterview(who) }, acts: func() []choice {
		y := t.cycle()
		name := y.Name
		all := []choice{
			{name: t.T("linear.note.new"), changes: true, do: func() error { return t.newNote(who) }},
			t.longField("notexpected/"+string(who), t.T("draft.notexpected"), y.NotExpected[who], kit.Label("draft.label.notexpected", string(who)), func(c *account.Client, s string) error { return c.NotExpect(name, who, s) }),
			{name: t.T("linear.kwi.of"), why: part.OneWish(t.frame(), who), changes: true, do: func() error { return t.noteToKWI(who) }},
			{name: t.T("linear.inspire"), do: func() error { return t.inspire(who) }},
			{name: t.T("linear.rank"), changes: true, do: func() error { return t.rank(who) }},
			t.promiseField(who),
		}
		all = append(all, t.talkSheetChoice(who)...)
		for _, n := range t.notesOf(who) {
			all = append(all, choice{name: t.T("linear.note", t.topic(n.Topic), short(n.Text)), fact: true, do: func() error { return t.note(n) }})
		}
		return all
	}})
}

func (t *teller) tellInterview(who account.Initials) {
	y := t.cycle()
	t.count("linear.count.notes", len(t.notesOf(who)))
	for i, n := range t.notesOf(who) {
		t.tell(t.T("linear.note.at", i+1, t.topic(n.Topic)), n.Text)
	}
	t.tell(t.T("draft.notexpected"), y.NotExpected[who])
	if k := y.WishOf(who); k != nil {
		t.tell("KWI", t.kwiName(k))
	}
}

// newNote catches what was said, subject by subject.
func (t *teller) newNote(who account.Initials) error {
	topic, err := t.askTopic()
	if err != nil {
		return err
	}
	name, today := t.cycle().Name, t.today()
	return t.long("note/"+string(who), t.topic(topic), "", func(said string) error {
		err := t.change(kit.Label("draft.label.note", string(who)), func(c *account.Client) error {
			return c.AddNote(name, account.Note{Date: today, With: who, Topic: topic, Text: said})
		})
		if word, asks, found := guide.For(t.Words.Tag()).Probe(said); err == nil && found {
			t.say(t.T("linear.probe", word)) // everybody means something else by it
			for _, ask := range asks {
				t.say(ask)
			}
		}
		return err
	})
}

// askTopic asks what it was about.
func (t *teller) askTopic() (account.Topic, error) {
	var topics []option[account.Topic]
	for _, of := range append(account.Topics(), "") {
		topics = append(topics, option[account.Topic]{of, t.topic(of)})
	}
	return ofOptions(t, t.T("linear.note.topic"), topics)
}

// note is one note: other words, or none.
func (t *teller) note(n account.Note) error {
	name, label := t.cycle().Name, kit.Label("draft.label.note", string(n.With))
	t.tell(t.topic(n.Topic), n.Text)
	shares := "draft.act.share"
	if len(n.Heard) > 0 {
		shares = "draft.act.unshare"
	}
	i, err := t.one(t.T("linear.note.what"), []choice{{name: t.T("linear.note.change")}, {name: t.T("linear.note.away")}, {name: t.T(shares)}, {name: t.T("trace.act.from")}})
	if err != nil {
		return err
	}
	if i == 3 {
		return t.origin(trace.Thing{Kind: trace.Note, Who: n.With, Date: n.Date, Text: n.Text, Of: string(n.Topic), Cycle: name})
	}
	if i == 2 {
		return t.shareNote(n)
	}
	if i == 1 {
		return t.done(kit.Label("draft.label.noteaway", string(n.With)), func(c *account.Client) error { return c.ChangeNote(name, n, "") })
	}
	return t.setLong("note/"+string(n.With)+"/"+n.Text, t.topic(n.Topic), n.Text, label, func(c *account.Client, s string) error { return c.ChangeNote(name, n, s) })
}

// noteToKWI makes the most important of all a KWI: of which note, and what it is called.
func (t *teller) noteToKWI(who account.Initials) error {
	notes := t.notesOf(who)
	if len(notes) == 0 {
		t.say(t.T("linear.note.none"))
		return errRefused
	}
	var all []choice
	for _, n := range notes {
		all = append(all, choice{name: short(n.Text)})
	}
	i, err := t.one(t.T("linear.kwi.which"), all)
	if err != nil {
		return err
	}
	from := notes[i]
	title, err := t.line(t.T("draft.make.label"), from.Title(), t.T("draft.title.hint"))
	if err != nil {
		return err
	}
	name, std := t.cycle().Name, part.Standard(t.frame())
	if err := t.done(kit.Label("draft.label.make", title), func(c *account.Client) error { _, err := c.WishKWI(name, from, title, std); return err }); err != nil {
		return err
	}
	if k := t.cycle().WishOf(who); k != nil {
		return t.kwi(k.Code)
	}
	return nil
}

// rank puts a note in another place among the most important ones.
func (t *teller) rank(who account.Initials) error {
	notes := t.notesOf(who)
	if len(notes) < 2 {
		t.say(t.T("linear.rank.few"))
		return errRefused
	}
	var all []choice
	for _, n := range notes {
		all = append(all, choice{name: short(n.Text)})
	}
	i, err := t.one(t.T("linear.rank.which"), all)
	if err != nil {
		return err
	}
	name := t.cycle().Name
	for {
		got, err := t.ask(question{text: t.T("linear.rank.place", len(notes)), help: t.T("linear.rank.place", len(notes))})
		if err != nil {
			return err
		}
		at, wrong := strconv.Atoi(text.Narrow(got))
		if wrong != nil || at < 1 || at > len(notes) {
			t.say(t.N("linear.pick.number", len(notes), echo(got)))
			continue
		}
		if at-1 == i {
			return nil
		}
		was, to := notes[i], notes[at-1]
		return t.done(kit.Label("meet.interview.label.rank", string(who)), func(c *account.Client) error { return c.RankNote(name, was, to) })
	}
}

// promiseField is what a respondent was promised to get back, and by which day.
func (t *teller) promiseField(who account.Initials) choice {
	p, made := t.cycle().Concept(who)
	said := ""
	if made {
		said = t.T("linear.promise.concept", t.Words.Date(p.Due))
		if p.Inspiration {
			said = t.T("linear.promise.inspiration", t.Words.Date(p.Due))
		}
		if p.Done != "" {
			said += ", " + t.T("linear.promise.done", t.Words.Date(p.Done))
		}
	}
	name, label := t.cycle().Name, kit.Label("draft.label.promise", string(who))
	return t.field(t.T("linear.promise"), said, func() error {
		all := []choice{{name: t.T("draft.promise.concept")}, {name: t.T("draft.promise.inspiration")}}
		if made {
			all = append(all, choice{name: t.T("linear.promise.bring")})
		}
		i, err := t.one(t.T("draft.promise.what")+"?", all)
		if err != nil {
			return err
		}
		if i == 2 {
			return t.noteDay(t.T("linear.promise.broughton"), p.Done, label, func(c *account.Client, on account.Date) error { return c.BringConcept(name, who, on) })
		}
		return until(func() error {
			on, err := t.day(t.T("draft.promise.day"), "", false)
			switch {
			case err != nil || on == "":
				return err
			case on.Passed(t.today()):
				t.say(t.T("draft.promise.past"))
				return errRefused
			}
			return t.done(label, func(c *account.Client) error {
				if i == 1 {
					return c.PromiseInspiration(name, who, on)
				}
				return c.PromiseConcept(name, who, on)
			})
		})
	})
}

// shareNote lets the respondent see a note in a talk with them, or keeps it internal again.
func (t *teller) shareNote(n account.Note) error {
	name, label := t.cycle().Name, "draft.label.unshare"
	var heard []account.Initials
	if len(n.Heard) == 0 {
		heard, label = []account.Initials{n.With}, "draft.label.share"
	}
	return t.done(kit.Label(label, string(n.With)), func(c *account.Client) error { return c.ShareNote(name, n, heard) })
}
