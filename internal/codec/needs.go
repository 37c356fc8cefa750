package codec

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/due"
)

// needHead is how many bytes a need takes in a summary before its two texts, with
// their lengths: its day, and how many it misses.
const needHead = dateSize + 3

// mostInByte is what one byte can hold.
const mostInByte = 1<<8 - 1

var keptConditions = append([]account.CheckName{""}, account.Conditions()...)

// appendNeeds writes what a stage needs first behind the line in a summary.
func appendNeeds(b []byte, needs []due.Need) []byte {
	needs = needs[:min(len(needs), mostInByte)]
	b = append(b, byte(len(needs)))
	for _, n := range needs {
		name := n.Name[:min(len(n.Name), mostInByte)]
		b = append(b, (string(n.From) + noDay)[:dateSize]...)
		b = append(b, byte(min(n.Count, mostInByte)), byte(len(n.Check)), byte(len(name)))
		b = append(append(b, n.Check...), name...)
	}
	return b
}

// needsSize is how many bytes the needs at the beginning of a record take, 0 where
// they are cut off.
func needsSize(record []byte) int {
	if len(record) == 0 {
		return 0
	}
	size := 1
	for range record[0] {
		if size += needHead; size > len(record) {
			return 0
		}
		size += int(record[size-2]) + int(record[size-1])
	}
	if size > len(record) {
		return 0
	}
	return size
}

// readNeeds reads needs that are known to be whole.
func readNeeds(needs *[]due.Need, r string) bool {
	if r[0] == 0 {
		return true
	}
	*needs = make([]due.Need, r[0])
	r = r[1:]
	for i := range *needs {
		n := &(*needs)[i]
		if day := r[:dateSize]; day != noDay {
			n.From = account.Date(day)
		}
		check := needHead + int(r[needHead-2])
		end := check + int(r[needHead-1])
		n.Count, n.Check, n.Name = int(r[dateSize]), account.CheckName(r[needHead:check]), r[check:end]
		if r = r[end:]; !slices.Contains(keptConditions, n.Check) {
			return false
		}
	}
	return true
}
