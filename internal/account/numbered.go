package account

import (
	"reflect"
	"strconv"
)

// Numbered are the things in a client that were given a number of their own,
// by that number: agreements, KWIs, questions and indicators. Where two windows
// add something at once both give it the next one.
func (c *Client) Numbered() map[string]any {
	out := map[string]any{}
	for _, y := range c.Cycles {
		for _, a := range y.Actions {
			out[a.Number] = a
		}
		for _, k := range y.KWIs {
			for _, q := range k.Questions {
				out[string(y.Name)+"/"+q.Code.String()] = q
			}
			k.Questions, k.LastSerial = nil, 0
			out[string(y.Name)+"/"+k.Code.String()] = k
		}
	}
	for _, p := range c.Plans {
		for _, k := range p.KPIs {
			out[strconv.Itoa(p.Year)+"/"+k.Code] = k
		}
	}
	return out
}

// Added are the numbers that something new was given between two states.
func Added(before, after Client) (numbers []string) {
	was := before.Numbered()
	for n := range after.Numbered() {
		if _, there := was[n]; !there {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// Altered are the numbers of what was changed or taken away between two states.
func Altered(before, after Client) (numbers []string) {
	is := after.Numbered()
	for n, was := range before.Numbered() {
		if now, there := is[n]; !there || !reflect.DeepEqual(was, now) {
			numbers = append(numbers, n)
		}
	}
	return numbers
}
