package example

import (
	"fmt"
	"strings"

	"kwi/internal/account"
)

// contact makes a respondent who joined on a day. Only people of the worked
// cases have a name; somebody without one goes by his function.
func contact(host string, who account.Initials, name, function string, level account.Level, willing account.Date) account.Respondent {
	if name == "" {
		name, function = function, ""
	}
	return account.Respondent{
		Initials: who, Name: name, Email: strings.ToLower(string(who)) + "@" + host + ".example",
		Function: function, Level: level, Willing: willing,
	}
}

// relation is the manager who uses the program.
func (b book) relation() account.Colleague {
	return account.Colleague{Initials: "RM", Name: "Joe Bestseller", Role: b.say("relatiemanager", "relationship manager")}
}

// project is the colleague who runs the work for a municipality.
func (b book) project() account.Colleague {
	return account.Colleague{Initials: "PM", Name: b.say("Projectmanager", "Project manager")}
}

// director and service are the colleagues who come along to a session.
func (b book) director() account.Colleague {
	return account.Colleague{Initials: "DR", Name: b.say("Directeur BESTSELLER", "Director of BESTSELLER")}
}

func (b book) service() account.Colleague {
	return account.Colleague{Initials: "SM", Name: b.say("Servicemanager", "Service manager")}
}

// wish is what a respondent finds most important, before it has questions.
type wish struct {
	code               account.KWICode
	by                 account.Initials
	title, expect, why string
	shared             []account.Initials
	target             account.Target
	own                []string
}

// kwi makes a KWI with its own questions and the standard ones: that the
// supplier was seen to work on it and, with a day, that he kept the agreements.
func (b book) kwi(w wish, kept account.Date) account.KWI {
	k := account.KWI{
		Code: w.code, Title: w.title, Expectation: w.expect, Why: w.why, WishedBy: w.by, SharedBy: w.shared, Target: w.target,
	}
	add := func(kind account.QuestionKind, text string, added account.Date) {
		code := account.QuestionCode{KWI: w.code, Serial: uint16(len(k.Questions) + 1)}
		k.Questions = append(k.Questions, account.Question{Code: code, Text: text, Kind: kind, Added: added})
	}
	for _, text := range w.own {
		add(account.Own, text, "")
	}
	add(account.Noticed, b.say("Wij merkten dat BESTSELLER zichtbaar aan deze KWI werkte.", "We noticed that BESTSELLER visibly worked on this KWI."), "")
	if kept != "" {
		add(account.Kept, b.say("BESTSELLER kwam de afspraken over deze KWI na (zie de actielijst).", "BESTSELLER kept the agreements on this KWI (see the action list)."), kept)
	}
	return k
}

// row is what one respondent makes of a cycle: a mark for every question in
// order of number. "-" cannot judge it, "." has not answered it, everything
// else is his answer; "|" only parts the KWIs for the eye.
type row struct {
	who   account.Initials
	marks string
}

// grid puts rows into a cycle. A row with too few or too many marks is a
// mistake of this package that its test finds.
func grid(y *account.Cycle, rows ...row) {
	y.Assigned, y.Answers = map[account.Initials][]account.QuestionCode{}, map[account.Initials]account.Sheet{}
	for _, r := range rows {
		marks := strings.Fields(strings.ReplaceAll(r.marks, "|", " "))
		for _, k := range y.KWIs {
			for _, q := range k.Questions {
				if len(marks) == 0 {
					panic(fmt.Sprintf("example: %s of %s has too few marks", r.who, y.Name))
				}
				if marks[0] != "-" {
					y.Assigned[r.who] = append(y.Assigned[r.who], q.Code)
				}
				if grade, relevance, ok := account.ParseGrade(marks[0]); ok {
					y.Answers[r.who] = append(y.Answers[r.who], account.Answer{Question: q.Code, Grade: grade, Relevance: relevance})
				}
				marks = marks[1:]
			}
		}
		if len(marks) > 0 {
			panic(fmt.Sprintf("example: %s of %s has too many marks", r.who, y.Name))
		}
	}
}

// number gives the actions of a client their numbers, in order of agreement.
func number(c *account.Client) {
	serial := map[int]int{}
	for i := range c.Cycles {
		y := &c.Cycles[i]
		for j := range y.Actions {
			serial[y.Name.Year()]++
			y.Actions[j].Number = fmt.Sprintf("%d-%02d", y.Name.Year(), serial[y.Name.Year()])
		}
	}
}
