package account

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"kwi/internal/fault"
)

// changeItems makes lines that somebody saw as they were as they are now. A line
// is known by its words: one that is there still keeps its number wherever it
// went, one in the place of one that went is that one in other words. Lines of
// others, which were not seen, come behind. Where no number is left for a new
// line nothing changes.
func (e *OwnEntry) changeItems(was, now []string) error {
	was, now = tidyLines(was), tidyLines(now)
	before := linesBefore(was, now)
	var next []OwnItem
	taken := map[uint16]bool{}
	for i, line := range now {
		item := e.item(before[i])
		switch {
		case item == nil && before[i] == line:
			continue // somebody else took it away
		case slices.ContainsFunc(next, func(n OwnItem) bool { return n.Text == line }):
			continue
		case item == nil && e.item(line) != nil:
			item = e.item(line) // somebody else wrote it too
		case item == nil:
			number, err := e.nextItem()
			if err != nil {
				return err
			}
			item = &OwnItem{Number: number}
		}
		if !taken[item.Number] {
			taken[item.Number] = true
			next = append(next, OwnItem{item.Number, line})
		}
	}
	highest := e.highest()
	for _, item := range e.Items {
		gone := slices.Contains(was, item.Text)
		if !gone && !taken[item.Number] && !slices.ContainsFunc(next, func(n OwnItem) bool { return n.Text == item.Text }) {
			next = append(next, item)
		}
	}
	e.Items, e.LastItem = next, 0
	if e.highest() < highest {
		e.LastItem = highest
	}
	return nil
}

// item is the item of those words, or nil.
func (e *OwnEntry) item(words string) *OwnItem {
	if i := slices.IndexFunc(e.Items, func(i OwnItem) bool { return i.Text == words }); i >= 0 && words != "" {
		return &e.Items[i]
	}
	return nil
}

// highest is the highest number that an item ever had.
func (e *OwnEntry) highest() uint16 {
	n := e.LastItem
	for _, i := range e.Items {
		n = max(n, i.Number)
	}
	return n
}

// nextItem gives out a number that no item ever had.
func (e *OwnEntry) nextItem() (uint16, error) {
	last := e.highest()
	if last == math.MaxUint16 {
		return 0, fault.New(fault.BadValue, strconv.Itoa(math.MaxUint16+1), "1–"+strconv.Itoa(math.MaxUint16))
	}
	e.LastItem = last + 1
	return e.LastItem, nil
}

// linesBefore tells of each line what it was: itself where it was there, the one
// in whose place it came, or "".
func linesBefore(was, now []string) []string {
	before := make([]string, len(now))
	at := -1 // where the line before stood
	for i, line := range now {
		if k := slices.Index(was, line); k >= 0 {
			before[i], at = line, k
			continue
		}
		if k := at + 1; k < len(was) && !slices.Contains(now, was[k]) {
			before[i], at = was[k], k
		}
	}
	return before
}

// tidyLines are lines without empty ones, each without white space round it and
// without tabs in it, as a line that was pasted out of a table has them.
func tidyLines(lines []string) (out []string) {
	for _, line := range lines {
		if line = strings.TrimSpace(strings.ReplaceAll(line, "\t", " ")); line != "" {
			out = append(out, line)
		}
	}
	return out
}
