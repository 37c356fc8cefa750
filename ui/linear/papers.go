package linear

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/progress"
	"kwi/ui/part"
	"kwi/ui/part/bring"
	"kwi/ui/part/papers"
)

// papers are the documents of the client: which one, and where it goes. They are
// written by whoever writes them for the screens.
func (t *teller) papers() error {
	if t.Papers == nil {
		t.say(t.T("linear.lists.cannot"))
		return errRefused
	}
	var all []choice
	for _, p := range t.Papers.Papers {
		if p.Example || p.Report {
			continue
		}
		all = append(all, choice{name: t.T("papers." + p.Name), do: func() error { return t.paper(p) }})
	}
	return t.stay(place{name: func() string { return t.T("linear.papers") }, acts: func() []choice { return all }})
}

// paper writes one document. Where it is about somebody it asks about whom first.
func (t *teller) paper(p papers.Paper) error {
	if !p.Person {
		return t.paperAbout(p, "")
	}
	who := t.takesPart()
	if p.Anybody {
		who = t.allPeople()
	}
	if err := t.some(who); err != nil {
		return err
	}
	asks := t.T("papers.whose")
	if p.Anybody {
		asks = t.T("papers." + p.Name + ".whose")
	}
	about, err := t.person(asks, who)
	if err != nil {
		return err
	}
	return t.paperAbout(p, about)
}

// paperAbout writes one document, about somebody where it is about a person.
func (t *teller) paperAbout(p papers.Paper, who account.Initials) error {
	order := papers.Order{Paper: p.Name, Client: *t.client(), Today: t.today(), Tag: t.Words.Tag(), Me: t.Me, To: who, Erased: p.Erased}
	order.Year, _ = strconv.Atoi(string(order.Today[:4]))
	if y := t.cycle(); y != nil {
		order.Cycle, order.Year = y.Name, y.Name.Year()
	}
	if n := len(order.Client.Plans); p.Year && n > 0 && order.Client.Plan(order.Year) == nil {
		order.Year = order.Client.Plans[n-1].Year
	}
	about := string(order.Cycle)
	switch {
	case p.Year:
		about = strconv.Itoa(order.Year)
	case p.Whole:
		about = ""
	}
	if p.Letters {
		if goes, err := t.lettersTo(p, &order); err != nil || goes {
			return err
		}
	}
	t.say(t.T("papers."+p.Name+".text", about, order.Client.NameOf(order.To)))
	name := strings.Join(slices.DeleteFunc([]string{order.Client.ID, about, string(order.To), t.T("papers." + p.Name + ".file")}, func(s string) bool { return s == "" }), "-")
	proposed := filepath.Join(t.Papers.Folder, name)
	if !p.Letters && p.Name != papers.PackName {
		proposed += p.Forms[0]
	}
	return until(func() error {
		path, err := t.line(t.T("papers.path"), proposed, t.T("linear.path.help", strings.Join(p.Forms, ", ")))
		if err != nil {
			return err
		}
		order.Path = path
		return t.write(p, order)
	})
}

// lettersTo asks for whom letters are, and mails them where that can be and is wanted;
// gone is that they are not to be written any more.
func (t *teller) lettersTo(p papers.Paper, order *papers.Order) (gone bool, err error) {
	to := []option[account.Initials]{{"", t.T("papers.letters.all")}}
	const theRest account.Initials = "rest"
	rest := t.Papers.Rest(order.Client.ID, order.Cycle, p.Name)
	if len(rest) > 0 {
		to = append(to, option[account.Initials]{theRest, t.T("papers.letters.rest", part.Names(t.frame(), rest))})
	}
	for _, who := range t.takesPart() {
		to = append(to, option[account.Initials]{who, t.named(who)})
	}
	if order.To, err = ofOptions(t, asking(t.T("papers.letters.to")), to); err != nil {
		return true, err
	}
	if order.To == theRest {
		order.To, order.Rest = "", rest
	}
	if p.Lists || !t.Papers.CanMail() {
		return false, nil
	}
	mail, err := t.yes(t.T("papers.letters.mail")+"?", false)
	if err != nil || !mail {
		return false, err
	}
	r, err := t.Papers.Prepare(t.ctx, *order, nil)
	if err != nil {
		return true, t.refuseFile(err)
	}
	letGo := r.Go
	send := func(ctx context.Context, told progress.Told) (part.MailsGone, error) {
		g, err := letGo(ctx, told)
		t.Papers.Went(*order, r.Letters, g)
		return g, err
	}
	return true, t.letGo(r, r.Letters, send, t.Papers.Say, "papers.letters.maybe", "papers.letters.goon")
}

// write writes a document and tells where it is.
func (t *teller) write(p papers.Paper, order papers.Order) error {
	switch {
	case p.Name == papers.PackName:
		w, err := t.Papers.WritePack(t.ctx, order, nil)
		if err != nil {
			return t.refuseFile(err)
		}
		t.say(t.T("papers.pack.written", w.Client, w.Ours, w.Path))
		for _, without := range w.Without {
			t.say(t.T("linear.pack.without", t.T("papers."+without)))
		}
	case p.Letters:
		w, err := t.Papers.WriteLetters(t.ctx, order, nil)
		if err != nil {
			return t.refuseFile(err)
		}
		t.say(t.N("linear.letters.written", len(w.Who), w.Folder))
		if len(w.Without) > 0 {
			t.say(t.T("linear.lists.without", part.Names(t.frame(), w.Without)))
		}
		t.fresh() // a letter may have brought a list
	default:
		if !slices.ContainsFunc(p.Forms, func(form string) bool { return strings.EqualFold(filepath.Ext(order.Path), form) }) {
			t.say(t.T("papers.path.form", strings.Join(p.Forms, ", ")))
			return errRefused
		}
		w, err := t.Papers.Write(t.ctx, order)
		if err != nil {
			return t.refuseFile(err)
		}
		t.say(t.T("papers.written", w.Path))
		if w.Unset.Any() {
			t.say(w.Unset.Sentence(t.Words))
		}
	}
	return nil
}

// refuseFile says why a document was not written.
func (t *teller) refuseFile(err error) error {
	t.say(t.Papers.Say(t.Words, err))
	return errBack
}

// readLists reads lists that came back, tells what is in them, and keeps it on a yes.
func (t *teller) readLists() error {
	typed, err := t.line(t.T("bring.collect.from"), t.Post.From, t.T("bring.collect.help"))
	if err != nil {
		return err
	}
	paths := bring.Paths(typed)
	if len(paths) == 0 {
		t.say(t.T("bring.collect.nothing"))
		return errRefused
	}
	came, err := t.Post.Read(t.ctx, paths, nil)
	if err != nil {
		t.say(t.Post.Say(t.Words, err))
		return errRefused
	}
	t.fresh()
	w := t.Post.Weigh(t.frame(), came)
	t.say(w.Sum)
	for _, line := range w.Lines {
		t.say(line)
	}
	if w.Keep != nil {
		keep, err := t.yes(t.T("linear.lists.keep"), true)
		if err != nil {
			return err
		}
		if keep {
			if err := t.does(*w.Keep); err != nil {
				return err
			}
			t.kept()
		}
	}
	if w.Doubtful == "" || w.Trusted == nil {
		return nil
	}
	t.say(w.Doubtful)
	trust, err := t.yes(t.T("linear.lists.trust"), false)
	if err != nil || !trust {
		return err
	}
	if err := t.does(*w.Trusted); err != nil {
		return err
	}
	t.kept()
	return nil
}

// allPeople are both sides, with those who have left.
func (t *teller) allPeople() (who []account.Initials) {
	c := t.client()
	who = initialsOf(c.Respondents)
	for _, m := range c.Colleagues {
		who = append(who, m.Initials)
	}
	return who
}
