package account

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"kwi/internal/text"
)

// KWICode is the number of a KWI within one client, from 1; 0 is none. It is
// written KWI-01 and never used again for another KWI.
type KWICode uint16

// String writes the code as in files and on screens, "" for none.
func (k KWICode) String() string {
	if k == 0 {
		return ""
	}
	return fmt.Sprintf("KWI-%02d", uint16(k))
}

// Short is the bare two-digit number.
func (k KWICode) Short() string { return fmt.Sprintf("%02d", uint16(k)) }

// ParseKWICode reads a code as files have it: KWI- and two or more digits.
// What people write is read by ReadKWICode.
func ParseKWICode(s string) (KWICode, bool) {
	digits, ok := strings.CutPrefix(s, "KWI-")
	if !ok || len(digits) < 2 {
		return 0, false
	}
	n, ok := parseCodeNumber(digits)
	return KWICode(n), ok
}

// QuestionCode identifies a question within one client: KWI number and serial.
// Same code is same question, in every cycle. It is written 1.02.
type QuestionCode struct {
	KWI    KWICode
	Serial uint16
}

// String writes the code as in files and on screens.
func (q QuestionCode) String() string {
	if q == (QuestionCode{}) {
		return ""
	}
	b := strconv.AppendUint(make([]byte, 0, 8), uint64(q.KWI), 10)
	b = append(b, '.')
	if q.Serial < 10 {
		b = append(b, '0')
	}
	return string(strconv.AppendUint(b, uint64(q.Serial), 10))
}

// ParseQuestionCode reads a code as files have it: the number of a KWI, a
// point, and two or more digits. What people write is read by ReadQuestionCode.
func ParseQuestionCode(s string) (QuestionCode, bool) {
	left, right, ok := strings.Cut(s, ".")
	if !ok || len(right) < 2 {
		return QuestionCode{}, false
	}
	k, ok1 := parseCodeNumber(left)
	n, ok2 := parseCodeNumber(right)
	return QuestionCode{KWICode(k), n}, ok1 && ok2
}

// ReadQuestionCode reads a code as people and spreadsheets write it: 1.02,
// 1,02, KWI-1.02, １．０２, with a point or a colon behind it. One digit behind
// the sign is the tens where tens is set (1.1 is 1.10, of which a spreadsheet
// made a number), and else the units (1.1 is the first).
func ReadQuestionCode(s string, tens bool) (QuestionCode, bool) {
	left, right, cut := codeParts(s)
	if !cut {
		return QuestionCode{}, false
	}
	if len(right) == 1 && tens {
		right += "0"
	} else if len(right) == 1 {
		right = "0" + right
	}
	return ParseQuestionCode(left + "." + right)
}

// IsShortCode reports whether a code is written with one digit behind its
// sign, so that ReadQuestionCode may take it in two ways.
func IsShortCode(s string) bool {
	_, right, cut := codeParts(s)
	_, ok := ReadQuestionCode(s, false)
	return cut && ok && len(right) == 1
}

// codeParts are the number of a KWI and that of the question as they are
// written, without KWI and noughts before the one and signs behind the other.
func codeParts(s string) (kwi, serial string, cut bool) {
	s = strings.TrimRight(strings.Replace(strings.ToUpper(text.Narrow(s)), ",", ".", 1), " .:)")
	kwi, serial, cut = strings.Cut(s, ".")
	return strings.TrimLeft(strings.TrimPrefix(kwi, "KWI"), " -0"), serial, cut
}

// ReadKWICode reads KWI-01, kwi 1, KWI1 and 1.
func ReadKWICode(s string) (KWICode, bool) {
	digits := strings.TrimLeft(strings.TrimPrefix(strings.ToUpper(text.Narrow(s)), "KWI"), " -")
	if len(digits) > 5 {
		return 0, false
	}
	n, ok := parseCodeNumber(digits)
	return KWICode(n), ok
}

// CompareCodes orders questions by KWI and then by serial.
func CompareCodes(a, b QuestionCode) int {
	return cmp.Or(cmp.Compare(a.KWI, b.KWI), cmp.Compare(a.Serial, b.Serial))
}

// parseCodeNumber reads digits only, 1 to 65535.
func parseCodeNumber(s string) (uint16, bool) {
	if s == "" || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.ParseUint(s, 10, 16)
	return uint16(n), err == nil && n > 0
}

// CycleName is the half-year of a cycle's session: 2011H1 or 2011H2.
type CycleName string

// Valid reports whether the name is a year and H1 or H2.
func (n CycleName) Valid() bool {
	return len(n) == 6 && strings.Trim(string(n[:4]), "0123456789") == "" && n[4] == 'H' && (n[5] == '1' || n[5] == '2')
}

// Year is the year in the name, 0 where there is none.
func (n CycleName) Year() int {
	if !n.Valid() {
		return 0
	}
	y, _ := strconv.Atoi(string(n[:4]))
	return y
}

// Next is the half-year after this one, "" after none.
func (n CycleName) Next() CycleName {
	switch {
	case !n.Valid():
		return ""
	case n[5] == '1':
		return n[:5] + "2"
	}
	return CycleName(fmt.Sprintf("%04dH1", n.Year()+1))
}

// HalfYear is the name of the half-year in which a date falls, "" for none.
func HalfYear(d Date) CycleName {
	if !d.Valid() {
		return ""
	}
	if d[5:7] <= "06" {
		return CycleName(d[:4] + "H1")
	}
	return CycleName(d[:4] + "H2")
}

// ValidInitials reports whether s is 1–4 letters or digits.
func ValidInitials(s string) bool {
	n := 0
	for _, r := range s {
		if !letterOrDigit(r) {
			return false
		}
		n++
	}
	return n >= 1 && n <= 4
}

// LongestID is how many letters the ID of a client may have.
const LongestID = 40

// ValidID reports whether s can name a client: [a-z0-9-]{1,40}.
func ValidID(s string) bool {
	return len(s) >= 1 && len(s) <= LongestID && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}
