// Package score computes the weighted figures of method.md §5 and holds them
// to the anonymity of format.md. All sums are integers and stay exact until a
// figure is shown. What may not be shown is not in what the package returns,
// so that no screen or report can show it by mistake.
//
// It knows the domain and nothing of screens, files or languages.
package score

// Sums are the exact sums of a set of answers. The zero value is no answers.
type Sums struct {
	Points  int // Σ grade × weight
	Weight  int // Σ weight
	Grades  int // Σ grade
	Answers int
}

// Plus is the sums of both sets together.
func (s Sums) Plus(t Sums) Sums {
	return Sums{s.Points + t.Points, s.Weight + t.Weight, s.Grades + t.Grades, s.Answers + t.Answers}
}

// Score is the weighted score, Σ points / Σ weights.
func (s Sums) Score() Figure { return roundedRatio(s.Points, s.Weight) }

// Average is the unweighted average, Σ grades / number of answers.
func (s Sums) Average() Figure { return roundedRatio(s.Grades, s.Answers) }

// Figure is a score as it is shown: in hundredths, 100–1000, or None.
type Figure int

// None is the figure of no answers; it is never a zero.
const None Figure = -1

// roundedRatio rounds half up to two decimals.
func roundedRatio(n, d int) Figure {
	if d == 0 {
		return None
	}
	return Figure((200*n + d) / (2 * d))
}

// OK reports whether there is a figure.
func (f Figure) OK() bool { return f != None }

// String writes the figure with a point and two decimals, for machines; ""
// where there is none.
func (f Figure) String() string {
	if f == None {
		return ""
	}
	b := [6]byte{}
	i, n := len(b), int(f)
	for d := 0; d < 3 || n > 0; d++ {
		if d == 2 {
			i--
			b[i] = '.'
		}
		i--
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return string(b[i:])
}

// Change is the difference of two shown figures in hundredths.
type Change struct {
	By     int
	OK     bool // false where one of the two is missing
	Tenths bool // one of the two has one decimal, and so has the difference
}

// Since is how a figure changed from an earlier one.
func (f Figure) Since(earlier Figure) Change {
	if f == None || earlier == None {
		return Change{}
	}
	return Change{By: int(f - earlier), OK: true}
}
