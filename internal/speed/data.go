package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// What a portfolio is made of, as plain structs of kwi/1: they are written
// with encoding/json, and reading them back with it is the floor of an import.
type (
	file struct {
		Format   string   `json:"format"`
		Supplier string   `json:"supplier"`
		Clients  []client `json:"clients"`
	}
	client struct {
		ID          string       `json:"id"`
		Name        string       `json:"name"`
		Approach    string       `json:"approach"`
		Respondents []respondent `json:"respondents"`
		Cycles      []cycle      `json:"cycles"`
	}
	respondent struct {
		Initials string `json:"initials"`
		Name     string `json:"name"`
		Email    string `json:"email"`
		Function string `json:"function"`
	}
	cycle struct {
		Name     string                       `json:"name"`
		Stage    string                       `json:"stage"`
		Session  string                       `json:"session"`
		KWIs     []kwi                        `json:"kwis"`
		Assigned map[string][]string          `json:"assigned"`
		Answers  map[string]map[string]string `json:"answers"`
		NPS      map[string]nps               `json:"nps"`
	}
	kwi struct {
		Code        string     `json:"code"`
		Title       string     `json:"title"`
		Expectation string     `json:"expectation"`
		Target      string     `json:"target"`
		Questions   []question `json:"questions"`
	}
	question struct {
		Code string `json:"code"`
		Text string `json:"text"`
	}
	nps struct {
		Score int `json:"score"`
	}
)

// The size of a client's cycle, as in the floors.
const (
	cyclesEach  = 10
	respondents = 8
	questions   = 23
)

// questionsOf is how many questions each KWI has.
var questionsOf = [5]int{5, 5, 5, 4, 4}

// clientOf is a client of ten cycles, the same for the same number.
func clientOf(n int) client {
	random := rand.New(rand.NewPCG(1, uint64(n)))
	c := client{ID: fmt.Sprintf("c%05d", n), Name: fmt.Sprintf("Client %05d B.V.", n), Approach: "extended"}
	for i := range respondents {
		who := fmt.Sprintf("R%d", i+1)
		c.Respondents = append(c.Respondents, respondent{Initials: who, Name: "Respondent " + who, Email: fmt.Sprintf("r%d@c%05d.example", i+1, n), Function: "Manager"})
	}
	for i := range cyclesEach {
		half := 1 + i%2
		y := cycle{Name: fmt.Sprintf("%dH%d", 2016+i/2, half), Stage: "closed", Session: fmt.Sprintf("%d-%02d-15", 2016+i/2, 6*half-1),
			Assigned: map[string][]string{}, Answers: map[string]map[string]string{}, NPS: map[string]nps{}}
		if i == cyclesEach-1 {
			y.Stage = "measure"
		}
		var codes []string
		for k, count := range questionsOf {
			w := kwi{Code: fmt.Sprintf("KWI-%02d", k+1), Title: fmt.Sprintf("What counts %d", k+1), Expectation: "We expect that what was agreed is done before we have to ask.", Target: "8.0"}
			for q := range count {
				code := fmt.Sprintf("%d.%02d", k+1, q+1)
				codes = append(codes, code)
				w.Questions = append(w.Questions, question{Code: code, Text: "Is what was agreed here done before we have to ask for it?"})
			}
			y.KWIs = append(y.KWIs, w)
		}
		for _, r := range c.Respondents {
			y.Assigned[r.Initials] = codes
			sheet := map[string]string{}
			for _, code := range codes {
				if random.IntN(100) >= 3 {
					sheet[code] = fmt.Sprint(1+random.IntN(10)) + []string{"", "<", ">"}[random.IntN(3)]
				}
			}
			y.Answers[r.Initials] = sheet
			y.NPS[r.Initials] = nps{random.IntN(11)}
		}
		c.Cycles = append(c.Cycles, y)
	}
	return c
}

// portfolio writes clients from..to as one file of kwi/1.
func portfolio(path string, from, to int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	p := file{Format: "kwi/1", Supplier: "Supplier B.V."}
	for n := from; n < to; n++ {
		p.Clients = append(p.Clients, clientOf(n))
	}
	err = json.NewEncoder(w).Encode(p)
	return firstOf(err, w.Flush(), f.Close())
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// answers writes what sqlite3 imports: a line for each answer of all clients.
func (r *run) answers(to io.Writer) error {
	w := bufio.NewWriterSize(to, 1<<20)
	weight := map[byte]int{'<': 1, '>': 3}
	for n := range r.clients {
		c := clientOf(n)
		for _, y := range c.Cycles {
			for who, sheet := range y.Answers {
				for code, given := range sheet {
					times, grade := weight[given[len(given)-1]], given
					if times == 0 {
						times = 2
					} else {
						grade = given[:len(given)-1]
					}
					_, _ = fmt.Fprintf(w, "%s,%s,%s,%s,%s,%s,%d\n", c.ID, y.Name, who, code[:1], code, grade, times)
				}
			}
		}
	}
	return w.Flush()
}

// data makes the data files: ten clients, a tenth of all, and all.
func (r *run) data() error {
	in := func(name string) string { return filepath.Join(r.work, name) }
	r.small, r.middle, r.large, r.text = in("small.db"), in("middle.db"), in("large.db"), in("middle.json")
	few := in("small.json")
	if err := firstOf(portfolio(few, 0, 10), portfolio(r.text, 0, r.clients/10)); err != nil {
		return err
	}
	if err := firstOf(r.quiet(r.kwi, "--file", r.small, "import", few), r.quiet(r.kwi, "--file", r.middle, "import", r.text)); err != nil {
		return err
	}
	for from := 0; from < r.clients; from += 1000 {
		part := in("part.json")
		if err := firstOf(portfolio(part, from, min(from+1000, r.clients)), r.quiet(r.kwi, "--file", r.large, "import", part)); err != nil {
			return err
		}
	}
	return nil
}
