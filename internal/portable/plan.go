package portable

import (
	"math"
	"strconv"

	"kwi/internal/account"
)

func (d *decoder) plan() (p account.Plan) {
	d.fields(func(key string) bool {
		switch key {
		case "year":
			p.Year = d.whole(1000, 9999)
		case "madeBy":
			p.MadeBy = d.line()
		case "vision":
			p.Vision = d.block()
		case "mission":
			p.Mission = d.block()
		case "factors":
			p.Factors = d.block()
		case "preconditions":
			p.Preconditions = d.block()
		case "kpis":
			p.KPIs = listOf(d, d.kpi)
		case "numbers":
			p.Numbers = readMap(d, d.year, d.numbers)
		default:
			return false
		}
		return true
	}, "year")
	return p
}

func (d *decoder) year(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || len(s) != 4 || n < 1000 {
		d.bad(s, "1000–9999")
	}
	return n
}

func (d *decoder) kpi() (k account.KPI) {
	d.fields(func(key string) bool {
		switch key {
		case "code":
			k.Code = d.line()
		case "text":
			k.Text = d.block()
		case "actions":
			k.Actions = listOf(d, d.block)
		default:
			return false
		}
		return true
	})
	return k
}

func (d *decoder) numbers() (n account.YearNumbers) {
	d.fields(func(key string) bool {
		switch key {
		case "actual":
			n.Actual = d.figures()
		case "target":
			n.Target = d.figures()
		default:
			return false
		}
		return true
	})
	return n
}

func (d *decoder) figures() *account.Figures {
	f := &account.Figures{}
	d.fields(func(key string) bool {
		counts := map[string]**int{"contacts": &f.Contacts, "meetings": &f.Meetings, "leads": &f.Leads, "orders": &f.Orders, "sessions": &f.Sessions}
		switch to := counts[key]; {
		case to != nil:
			n := d.whole(0, math.MaxInt32)
			*to = &n
		case key == "nps":
			n := d.whole(-100, 100)
			f.NPS = &n
		case key == "revenue":
			f.Revenue = d.amount(0)
		case key == "margin":
			f.Margin = d.amount(4)
		default:
			return false
		}
		return true
	})
	return f
}
