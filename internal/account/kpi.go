package account

import (
	"cmp"
	"slices"
	"strconv"

	"kwi/internal/fault"
)

// KPI is the organisation indicator of that code in this plan, or nil.
func (p *Plan) KPI(code string) *KPI {
	for i := range p.KPIs {
		if p.KPIs[i].Code == code {
			return &p.KPIs[i]
		}
	}
	return nil
}

// AddKPI adds an organisation indicator to a plan and gives it the code after
// the highest in the plans of all years: what one year calls KPI-3 is nothing
// else in the next.
func (c *Client) AddKPI(year int, text string) (string, error) {
	p := c.Plan(year)
	if p == nil {
		return "", noPlan(c, year)
	}
	code := c.nextKPICode()
	p.KPIs = append(p.KPIs, KPI{Code: code, Text: text})
	return code, nil
}

func (c *Client) nextKPICode() string {
	last := 0
	for _, p := range c.Plans {
		for _, k := range p.KPIs {
			last = max(last, kpiNumber(k.Code))
		}
	}
	return kpiPrefix + strconv.Itoa(last+1)
}

// CodeKPIs gives the next codes to the indicators that came without one, by
// which they can be changed. The same words in the plan of another year are the
// same indicator.
func (c *Client) CodeKPIs() {
	for i := range c.Plans {
		p := &c.Plans[i]
		for j := range p.KPIs {
			if k := &p.KPIs[j]; k.Code == "" {
				k.Code = cmp.Or(c.kpiCodeOf(k.Text, p), c.nextKPICode())
			}
		}
	}
}

// kpiCodeOf is the code of an indicator with these words in another plan, ""
// where there is none or where this plan has it already.
func (c *Client) kpiCodeOf(text string, but *Plan) string {
	for i := range c.Plans {
		for _, k := range c.Plans[i].KPIs {
			if text != "" && k.Text == text && k.Code != "" && but.KPI(k.Code) == nil {
				return k.Code
			}
		}
	}
	return ""
}

// WriteKPI changes the words of an indicator; its code stays.
func (c *Client) WriteKPI(year int, code, text string) error {
	k, err := c.kpi(year, code)
	if err != nil {
		return err
	}
	k.Text = text
	return nil
}

// RemoveKPI takes an indicator away with its actions.
func (c *Client) RemoveKPI(year int, code string) error {
	if _, err := c.kpi(year, code); err != nil {
		return err
	}
	p := c.Plan(year)
	p.KPIs = slices.DeleteFunc(p.KPIs, func(k KPI) bool { return k.Code == code })
	return nil
}

// Action is an own action of the indicator by its words, with all that is
// known of it.
func (k *KPI) Action(text string) KPIAction {
	for _, a := range k.Agreed {
		if a.Text == text {
			return a
		}
	}
	return KPIAction{Text: text}
}

// Overdue reports whether the day, or hour, of an action that is not done has
// passed.
func (a KPIAction) Overdue(now Moment) bool {
	return a.Done == "" && a.Due.Passed(now)
}

// AddKPIAction adds an own action to an indicator, as its last.
func (c *Client) AddKPIAction(year int, code string, a KPIAction) error {
	k, err := c.kpi(year, code)
	if err != nil {
		return err
	}
	return k.put("", a)
}

// ChangeKPIAction changes an own action of an indicator: the change gets a
// copy, which is kept where it holds; without words the action goes. It is
// known by its words and never by its place.
func (c *Client) ChangeKPIAction(year int, code, was string, change func(*KPIAction)) error {
	k, err := c.kpi(year, code)
	if err != nil {
		return err
	}
	if !slices.Contains(k.Actions, was) {
		return fault.New(fault.Removed, cmp.Or(was, code))
	}
	a := k.Action(was)
	change(&a)
	return k.put(was, a)
}

// put puts an action in the place of the one with the words was, or at the end
// where was is "".
func (k *KPI) put(was string, a KPIAction) error {
	if a.Due != "" && !a.Due.Valid() {
		return fault.New(fault.BadDate, string(a.Due))
	}
	if err := checkDay(a.Done); err != nil {
		return err
	}
	if err := changeLine(&k.Actions, was, a.Text); err != nil {
		return err
	}
	agreed := slices.DeleteFunc(slices.Clone(k.Agreed), func(b KPIAction) bool { return b.Text == was || b.Text == a.Text })
	if a.Text != "" && a != (KPIAction{Text: a.Text}) {
		agreed = append(agreed, a)
	}
	if k.Agreed = agreed; len(agreed) == 0 {
		k.Agreed = nil
	}
	return nil
}

// SmartLetter is one of the five letters of SMART.
type SmartLetter byte

// The letters, in their order.
const (
	Specific SmartLetter = iota
	Measurable
	Acceptable
	Realistic
	Timed
)

// Reply is whether an indicator meets a letter, as far as somebody judged it.
func (s *Smart) Reply(l SmartLetter) Reply {
	if at := s.letter(l); at != nil {
		return *at
	}
	return Unanswered
}

func (s *Smart) letter(l SmartLetter) *Reply {
	switch l {
	case Specific:
		return &s.Specific
	case Measurable:
		return &s.Measurable
	case Acceptable:
		return &s.Acceptable
	case Realistic:
		return &s.Realistic
	case Timed:
		return &s.Timed
	}
	return nil
}

// JudgeKPI says whether an indicator meets a letter of SMART, or with
// Unanswered takes that back.
func (c *Client) JudgeKPI(year int, code string, l SmartLetter, r Reply) error {
	k, err := c.kpi(year, code)
	if err != nil {
		return err
	}
	at := k.Smart.letter(l)
	if at == nil || r > No {
		return fault.New(fault.Removed, code)
	}
	*at = r
	return nil
}

func (c *Client) kpi(year int, code string) (*KPI, error) {
	p := c.Plan(year)
	if p == nil {
		return nil, noPlan(c, year)
	}
	k := p.KPI(code)
	if k == nil {
		return nil, fault.New(fault.Removed, code)
	}
	return k, nil
}
