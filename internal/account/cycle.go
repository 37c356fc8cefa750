package account

import (
	"reflect"
	"slices"
	"strings"

	"kwi/internal/fault"
)

// StartCycle begins the client's next cycle. The first begins empty; a later
// one takes over the KWIs with questions, targets and who judges what, so
// that trends run on, as the last session agreed of them, and nothing of what
// was answered, sent or noted. Who was
// excused is awaited again, unless that would make more than eight.
func (c *Client) StartCycle(today Date) (*Cycle, error) {
	name := HalfYear(today.Add(150)) // about five months from start to session
	next := Cycle{AnswersBy: ByName}
	if last := c.Newest(); last != nil {
		if last.Stage != Closed {
			return nil, fault.New(fault.StillRunning, string(last.Name))
		}
		if name = max(last.Name.Next(), HalfYear(today)); name <= last.Name {
			return nil, fault.New(fault.BadDate, string(today))
		}
		carried := last.Clone()
		next.KWIs, next.AnswersBy = carried.KWIs, last.AnswersBy
		for who, codes := range c.inherited(carried.Assigned) {
			if r := c.Respondent(who); r != nil && r.Left == "" && len(codes) > 0 {
				setMapKey(&next.Assigned, who, codes)
			}
		}
		for i := range next.KWIs {
			k := &next.KWIs[i]
			k.Questions = slices.DeleteFunc(k.Questions, func(q Question) bool { return q.Ended != "" })
			for j := range k.Questions {
				k.Questions[j].Added = "" // it is there from the start now
			}
		}
		for who, codes := range next.Assigned {
			next.Assigned[who] = slices.DeleteFunc(codes, func(q QuestionCode) bool { was := last.Question(q); return was != nil && was.Ended != "" })
		}
		for _, who := range sortedKeys(last.Excused) {
			if len(c.Awaited(&next)) > MostRespondents {
				setMapKey(&next.Excused, who, today)
			}
		}
	}
	if !name.Valid() {
		return nil, fault.New(fault.BadDate, string(today))
	}
	next.Name = name
	var agreed []NextKWI
	if last := c.Newest(); last != nil {
		agreed = slices.Clone(last.Meeting.Next)
	}
	c.InsertCycle(next)
	if err := c.takeIn(agreed, name); err != nil {
		return nil, err
	}
	return c.Newest(), nil
}

// Correct changes a closed cycle all the same, and keeps what and why. The
// change sees the cycle as if its session were still going on; where it notes
// itself what it corrected, as of a grade, that is kept with this why. A change
// that changes nothing is no correction.
func (c *Client) Correct(cycle CycleName, today Date, what, why string, change func(*Client) error) error {
	y := c.Cycle(cycle)
	if y == nil {
		return fault.New(fault.NoCycle, string(cycle))
	}
	if y.Stage != Closed {
		return change(c)
	}
	if strings.TrimSpace(why) == "" {
		return fault.New(fault.Frozen, string(y.Name))
	}
	if !tellsWhy(why) {
		return fault.New(fault.NoReason)
	}
	before, place, earlier := c.Clone(), c.place(y), y.Corrections
	y.Stage, y.Corrections = Session, nil
	if err := change(c); err != nil {
		return err
	}
	y = &c.Cycles[place] // another name, perhaps, but the same cycle
	noted := y.Corrections
	y.Stage, y.Corrections = Closed, earlier
	if len(noted) == 0 && !reflect.DeepEqual(before, *c) {
		noted = []Correction{{Date: today, What: whatWas(what, before.at(y.Name), *y)}}
	}
	for _, r := range before.Unsaid(c) { // of a closed cycle nothing is asked any more
		c.Cycle(r.Cycle).amend(Amendment{Date: today, As: SameQuestion, What: r.What(), Part: r.Part, Was: r.Was, Now: r.Now})
	}
	for _, r := range noted {
		y.Corrections = append(slices.Clone(y.Corrections), Correction{r.Date, r.What, why, r.By})
	}
	return nil
}

func (c *Client) place(y *Cycle) int {
	return slices.IndexFunc(c.Cycles, func(z Cycle) bool { return z.Name == y.Name })
}

// Present notes that somebody was at the session, or was not.
func (c *Client) Present(cycle CycleName, who Initials, there bool) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if there && c.Respondent(who) == nil && c.Colleague(who) == nil {
		return fault.New(fault.Removed, string(who))
	}
	p := slices.DeleteFunc(slices.Clone(y.Meeting.Present), func(i Initials) bool { return i == who })
	if there {
		p = append(p, who)
	}
	y.Meeting.Present = p
	return nil
}
