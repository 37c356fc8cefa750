package account

import "kwi/internal/fault"

// Concept is what a respondent was promised at the end of the talk by a day:
// their KWIs in writing or, where nothing had become clear yet, to come back to
// them with inspiration.
type Concept struct {
	Due         Date
	Done        Date // when they got it, or ""
	Inspiration bool
}

// Walk goes through the fields of a promised concept.
func (p *Concept) Walk(w Walker) {
	f := fields{w}
	f.date(needed("concept"), &p.Due)
	f.date(sparse("done"), &p.Done)
	f.Flag(since(17, "inspiration"), &p.Inspiration)
}

// concepts goes through the concepts that respondents were promised.
func (f fields) concepts(k Key, at *map[Initials]Concept) {
	f.People(k, RespondentText, &peopleMap[Concept]{m: at, holds: isSaid[Concept], walk: func(w Walker, p *Concept) { w.Object(entry, p) }})
}

// PromiseConcept keeps by which day a respondent gets a concept, or with ""
// that they were promised none. Another day is a new promise; the same one, said
// again, stays as it is.
func (c *Client) PromiseConcept(cycle CycleName, who Initials, due Date) error {
	return c.promise(cycle, who, Concept{Due: due})
}

// PromiseInspiration keeps by which day a respondent, in whose talk nothing
// became clear yet, is visited again with inspiration. It comes in the place of
// a concept, as a concept later comes in its.
func (c *Client) PromiseInspiration(cycle CycleName, who Initials, due Date) error {
	return c.promise(cycle, who, Concept{Due: due, Inspiration: true})
}

func (c *Client) promise(cycle CycleName, who Initials, promised Concept) error {
	due := promised.Due
	y, err := c.told(cycle, who)
	switch {
	case err != nil:
		return err
	case due == "":
		delete(y.Promised, who)
		return nil
	case !due.Valid():
		return fault.New(fault.BadDate, string(due))
	}
	if was := y.Promised[who]; was.Due != due || was.Inspiration != promised.Inspiration {
		setMapKey(&y.Promised, who, promised)
	}
	return nil
}

// BringConcept notes the day on which a respondent got the concept that they were
// promised, or with "" that they did not get it yet. Who goes through the matrix
// or gets their list has it too.
func (c *Client) BringConcept(cycle CycleName, who Initials, on Date) error {
	y, err := c.told(cycle, who)
	if err != nil {
		return err
	}
	p, promised := y.Promised[who]
	switch {
	case !promised:
		return fault.New(fault.Removed, string(who))
	case on != "" && !on.Valid():
		return fault.New(fault.BadDate, string(on))
	}
	p.Done = on
	setMapKey(&y.Promised, who, p)
	return nil
}

// noteConcept notes that a respondent got something that the concept stands in, and
// so the concept that was promised; was is the day that was noted of it before.
func (y *Cycle) noteConcept(who Initials, was, on Date) {
	p, promised := y.Promised[who]
	switch {
	case promised && p.Done == "" && on != "":
		p.Done = on
	case promised && p.Done == was && on == "":
		p.Done = ""
	default:
		return
	}
	setMapKey(&y.Promised, who, p)
}

// Concept is what a respondent was promised in this cycle; false where they were
// promised nothing.
func (y *Cycle) Concept(who Initials) (Concept, bool) {
	p, ok := y.Promised[who]
	return p, ok
}

// Open reports whether the promise is still to be kept.
func (p Concept) Open() bool { return p.Due != "" && p.Done == "" }
