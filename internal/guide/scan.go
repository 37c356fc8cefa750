package guide

import "strconv"

// Scan is the quick scan of customer orientation: of a person or a team of
// the supplier, about attitude, not about process.
type Scan struct {
	First     []string // what to ask before: who is your client?
	Factors   []Factor
	Questions []ScanQuestion
	Classes   []Class
	Hint      string // where to read on
}

// Factor is one side of customer orientation.
type Factor struct {
	Name    string // the same in both languages
	Title   string
	Explain [3]string // at few, some and many points
}

// ScanQuestion is one question with its answers a, b and c.
type ScanQuestion struct {
	Factor  string
	Text    string
	Choices [3]ScanChoice
}

// ScanChoice is one answer: what it is worth and what to do after it.
type ScanChoice struct {
	Points int // 1–3
	Text   string
	Advice string
}

// Class is a range of points over all questions.
type Class struct {
	From, To  int
	Name, Say string
}

// QuickScan is the scan in the guide's language.
func (g *Guide) QuickScan() Scan {
	s := Scan{First: g.list("scan.first"), Hint: g.one("scan.hint")}
	for _, name := range []string{"listening", "word", "whole", "initiative", "mistakes", "together"} {
		t := g.list("scan.factor." + name)
		f := Factor{Name: name, Title: t[0]}
		copy(f.Explain[:], t[1:])
		s.Factors = append(s.Factors, f)
	}
	for i := 1; i <= 10; i++ {
		t := g.list("scan.question." + strconv.Itoa(i))
		q := ScanQuestion{Factor: t[0], Text: t[1]}
		for n, answer := range t[2:] {
			f := fields(answer)
			points, _ := strconv.Atoi(f[0])
			q.Choices[n] = ScanChoice{points, f[1], f[2]}
		}
		s.Questions = append(s.Questions, q)
	}
	for _, t := range g.list("scan.class") {
		f := fields(t)
		from, _ := strconv.Atoi(f[0])
		to, _ := strconv.Atoi(f[1])
		s.Classes = append(s.Classes, Class{from, to, f[2], f[3]})
	}
	return s
}

// ScanResult is what the answers come to. Points and their maximum are always
// over the questions that were answered, and told as they are.
type ScanResult struct {
	Points, Max int
	Missing     []int // numbers from 1 of the questions without an answer
	Class       Class // only when none is missing, else the zero Class
	Factors     []FactorResult
	Advice      []string // one a question, "" where there is no answer
}

// FactorResult is the points on one factor and what they mean; no
// explanation where none of its questions was answered.
type FactorResult struct {
	Title       string
	Points, Max int
	Explanation string
}

// Result adds up answers, one byte a question: 'a', 'b' or 'c', anything else
// for not answered. A short slice is the beginning of the answers.
func (s Scan) Result(answers []byte) ScanResult {
	var r ScanResult
	points, asked := map[string]int{}, map[string]int{}
	for i, q := range s.Questions {
		n := -1
		if i < len(answers) {
			n = int(answers[i]) - 'a'
		}
		if n < 0 || n > 2 {
			r.Missing = append(r.Missing, i+1)
			r.Advice = append(r.Advice, "")
			continue
		}
		points[q.Factor] += q.Choices[n].Points
		asked[q.Factor]++
		r.Advice = append(r.Advice, q.Choices[n].Advice)
	}
	for _, f := range s.Factors {
		p, most := points[f.Name], 3*asked[f.Name]
		one := FactorResult{Title: f.Title, Points: p, Max: most, Explanation: f.explain(p, most)}
		r.Factors = append(r.Factors, one)
		r.Points += p
		r.Max += most
	}
	for _, c := range s.Classes {
		if len(r.Missing) == 0 && r.Points >= c.From && r.Points <= c.To {
			r.Class = c
		}
	}
	return r
}

// explain says what so many points of so many mean, nothing of none.
func (f Factor) explain(points, most int) string {
	switch {
	case most == 0:
		return ""
	case points*30 < most*17: // fewer than 1.7 a question
		return f.Explain[0]
	case points*30 < most*25: // fewer than 2.5 a question
		return f.Explain[1]
	}
	return f.Explain[2]
}
