package account

import (
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
	last := 0
	for _, other := range c.Plans {
		for _, k := range other.KPIs {
			last = max(last, kpiNumber(k.Code))
		}
	}
	code := kpiPrefix + strconv.Itoa(last+1)
	p.KPIs = append(p.KPIs, KPI{Code: code, Text: text})
	return code, nil
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

// AddKPIAction adds an own action to an indicator, as its last.
func (c *Client) AddKPIAction(year int, code, text string) error {
	k, err := c.kpi(year, code)
	if err != nil {
		return err
	}
	return changeLine(&k.Actions, "", text)
}

// WriteKPIAction puts other words in an action of an indicator; with "" it
// goes. It is known by its words and never by its place.
func (c *Client) WriteKPIAction(year int, code, was, text string) error {
	k, err := c.kpi(year, code)
	if err != nil {
		return err
	}
	if was == "" {
		return fault.New(fault.Removed, code)
	}
	return changeLine(&k.Actions, was, text)
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
