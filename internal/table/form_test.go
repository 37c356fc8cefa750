package table_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/table"
)

func code(kwi account.KWICode, serial uint16) account.QuestionCode {
	return account.QuestionCode{KWI: kwi, Serial: serial}
}

// asked is a client of whom two respondents are asked three questions, of which KK
// is not asked the last.
func asked(by account.AnswersBy) account.Client {
	c := running()
	c.LastKWI = 1
	c.Respondents = []account.Respondent{{Initials: "KK", Name: "Kees Klant", Email: "kk@x.example"}, {Initials: "BB", Name: "Bea Baas", Email: "bb@x.example"}}
	y := &c.Cycles[0]
	y.AnswersBy, y.Stage = by, account.Measure
	y.KWIs = []account.KWI{{Code: 1, Title: "Kennis", Questions: []account.Question{
		{Code: code(1, 1), Text: "Hoe goed kennen we uw werk?", Kind: account.Own},
		{Code: code(1, 2), Text: "Hoe snel antwoorden we?", Kind: account.Own},
		{Code: code(1, 3), Text: "Hoe prettig is de samenwerking?", Kind: account.Own},
	}}}
	y.Assigned = map[account.Initials][]account.QuestionCode{"KK": {code(1, 1), code(1, 2)}, "BB": {code(1, 1), code(1, 2), code(1, 3)}}
	return c
}

// grades are those of a respondent, as 1.01:8 1.02:9<.
func grades(c account.Client, who account.Initials) string {
	var all []string
	for _, a := range c.Cycles[0].Answers[who] {
		all = append(all, a.Question.String()+":"+a.String())
	}
	return strings.Join(all, " ")
}

func inWords(p table.Proposal, tag string) string { return strings.Join(p.Lines(lang.For(tag)), "\n") }

// TestTheExportOfAFormBecomesAnswers: as Microsoft Forms, Google Forms and LimeSurvey
// write it, in both languages; a second time it changes nothing and says so.
func TestTheExportOfAFormBecomesAnswers(t *testing.T) {
	for name, text := range map[string]string{
		"Microsoft":     "Id;Begintijd;Tijd van voltooien;E-mail;Naam;Hoe goed kennen we uw werk?;Hoe snel antwoorden we?;Hoe prettig is de samenwerking?;Hoe waarschijnlijk is het dat u ons aanbeveelt?;Opmerkingen\n1;1-11-26 9:00;1-11-26 9:04;KK@x.example;Kees Klant;8;7;;9;Ga zo door\n2;1-11-26 9:00;1-11-26 9:04;bb@x.example;;6;10 - uitstekend;9/10;;\n",
		"Microsoft, en": "ID,Start time,Completion time,Email,Name,1.01,1.02,1.03,How likely are you to recommend us?,Remarks\n1,x,x,anonymous,Kees Klant,8,7,,9,Ga zo door\n2,x,x,anonymous,\"Baas, Bea\",6,10,9,,\n",
		"Google":        "Timestamp,Email Address,\"Hoe goed kennen we uw werk? [1.01]\",2. Hoe snel antwoorden we?,Hoe prettig is de samenwerking?,NPS,Opmerking\n2026/11/01 9:00:00 AM GMT+1,kk@x.example,8 (goed),7,,9,Ga zo door\n2026/11/01 9:10:00 AM GMT+1,bb@x.example,6 van 10,\"10,0\",9,,\n",
		"LimeSurvey":    "id. Respons-ID;submitdate. Datum ingediend;lastpage. Laatste pagina;startlanguage. Starttaal;seed. Zaad;email. E-mailadres;Q1. Hoe goed kennen we uw werk?;Q2. Hoe snel antwoorden we?;Q3. Hoe prettig is de samenwerking?;Q4. Zou u ons aanbevelen?;Opmerking\n1;2026-11-01;1;nl;12;kk@x.example;8;7;;9;Ga zo door\n2;2026-11-01;1;nl;13;bb@x.example;6;10;9;;\n",
		"bare":          "E-mail;Hoe goed kennen we uw werk?;Hoe snel antwoorden we?;Hoe prettig is de samenwerking?;Zou u ons aanbevelen?;Opmerking\nkk@x.example;8;7;;9;Ga zo door\nbb@x.example;6;10;9;;\n",
	} {
		c, p := applied(t, asked(account.ByName), text)
		y := c.Cycles[0]
		if grades(c, "KK") != "1.01:8 1.02:7" || grades(c, "BB") != "1.01:6 1.02:10 1.03:9" || y.NPS["KK"].Score != 9 || !y.NPS["KK"].Anonymous || y.Remarks["KK"] != "Ga zo door" {
			t.Errorf("%s: %s, %s, %+v, %q\n%s\n%s", name, grades(c, "KK"), grades(c, "BB"), y.NPS, y.Remarks, odd(p), inWords(p, "nl"))
		}
		if odd(p) != "" || len(p.Rows) != 2 || len(c.Respondents) != 2 || p.OpenColumns() {
			t.Errorf("%s: %v\n%s", name, c.Respondents, inWords(p, "nl"))
		}
		again := table.Plan(&c, read(t, text), today, std)
		if again.Result() != table.Present || !strings.Contains(inWords(again, "nl"), "staat er al precies zo") || again.Left() != 0 {
			t.Errorf("%s, once more: %v\n%s", name, again.Result(), inWords(again, "nl"))
		}
	}
}

// TestAColumnOfAFormIsMappedOnce: what the user says of a head is remembered, and can
// be taken back.
func TestAColumnOfAFormIsMappedOnce(t *testing.T) {
	const text = "Timestamp;Naam;Snelheid;Schoenmaat;Hoe goed kennen we uw werk?\nx;Kees Klant;7;44;8\n"
	c := asked(account.ByName)
	p := table.Plan(&c, read(t, text), today, std)
	if !p.OpenColumns() || !strings.Contains(odd(p), "C1 formopen") || !strings.Contains(odd(p), "D1 formopen") {
		t.Fatal(inWords(p, "nl"))
	}
	tab := read(t, text)
	for _, pair := range [][2]string{{"snelheid", "1.2"}, {"Schoenmaat", "-"}} {
		next, err := table.Plan(&c, tab, today, std).Column(pair[0], pair[1])
		if err != nil {
			t.Fatal(err)
		}
		tab = next
	}
	p = table.Plan(&c, tab, today, std)
	if err := p.Apply(&c); err != nil {
		t.Fatal(err)
	}
	want := []account.FormHead{{Head: "Snelheid", Means: "1.02"}, {Head: "Schoenmaat", Means: "-"}}
	if !reflect.DeepEqual(c.FormHeads, want) || grades(c, "KK") != "1.01:8 1.02:7" || odd(p) != "" || p.Noted != 2 {
		t.Fatalf("%+v %s\n%s", c.FormHeads, grades(c, "KK"), inWords(p, "nl"))
	}
	sound(t, c)
	c2, p := applied(t, c, strings.Replace(text, "Kees Klant;7;44;8", "Bea Baas;5;39;6", 1))
	if grades(c2, "BB") != "1.01:6 1.02:5" || odd(p) != "" || p.Noted != 0 {
		t.Errorf("%s\n%s", grades(c2, "BB"), inWords(p, "nl"))
	}
	tab, err := table.Plan(&c, read(t, text), today, std).Column("Schoenmaat", "")
	if err != nil {
		t.Fatal(err)
	}
	if p := table.Plan(&c, tab, today, std); !p.OpenColumns() || p.Apply(&c) != nil || len(c.FormHeads) != 1 {
		t.Errorf("%v\n%s", c.FormHeads, inWords(p, "nl"))
	}
	for _, pair := range [][2]string{{"Naam", "1.01"}, {"Elders", "1.01"}} {
		if _, err := p.Column(pair[0], pair[1]); !fault.Has(err, fault.NoSuchColumn) {
			t.Errorf("%s: %v", pair[0], err)
		}
	}
	for _, is := range []string{"9.01", "snel", "1"} {
		if _, err := p.Column("Snelheid", is); !fault.Has(err, fault.NoColumnFor) {
			t.Errorf("%s: %v", is, err)
		}
	}
}

// TestAFormReplacesOnlyWhenSaid: another grade is told and stays, what was open comes
// in beside it, and a relevance that a form does not ask for stays.
func TestAFormReplacesOnlyWhenSaid(t *testing.T) {
	c := asked(account.ByName)
	c.Cycles[0].Answers = map[account.Initials]account.Sheet{"KK": {{Question: code(1, 1), Grade: 5, Relevance: account.More}}}
	const text = "Timestamp;Naam;1.01;1.02\nx;Kees Klant;8;7\n"
	kept, p := applied(t, c, text)
	if grades(kept, "KK") != "1.01:5> 1.02:7" || p.Left() != 1 || !strings.Contains(inWords(p, "nl"), "1.01: blijft 5>, niet 8") {
		t.Errorf("%s\n%s", grades(kept, "KK"), inWords(p, "nl"))
	}
	p = table.Plan(&kept, read(t, text), today, std)
	if p.Result() == table.Adds || !p.Otherwise() {
		t.Errorf("%v\n%s", p.Result(), inWords(p, "en"))
	}
	p = table.Plan(&c, read(t, text).Replacing(), today, std)
	if err := p.Apply(&c); err != nil || grades(c, "KK") != "1.01:8> 1.02:7" || !strings.Contains(inWords(p, "en"), "1.01: 5> becomes 8>") {
		t.Errorf("%v %s\n%s", err, grades(c, "KK"), inWords(p, "en"))
	}
}

// TestWhatOfAFormDoesNotFitIsTold, each with its place, and the rest comes in.
func TestWhatOfAFormDoesNotFitIsTold(t *testing.T) {
	const text = "Timestamp;Naam;1.01;1.02;1.03;9.09 Hoe duur zijn we?;Hoe snel antwoorden we?\n" +
		"x;Kees Klant;zeer eens;7;6;5;4\nx;;8;8;8;;\nx;Piet Onbekend;8;8;8;;\nx;anoniem;8;8;8;;\nx;Bea Baas;1;1;1;;\nx;Bea Baas;11;7-8;5;;\n"
	c, p := applied(t, asked(account.ByName), text)
	if grades(c, "KK") != "1.02:7" || grades(c, "BB") != "1.03:5" {
		t.Errorf("%s, %s", grades(c, "KK"), grades(c, "BB"))
	}
	for _, want := range []string{"F1 formopen", "G1 formtwice", "A3 formanonymous", "A4 nobody: “Piet Onbekend”", "A5 formanonymous", "A6 formlater"} {
		if !strings.Contains(odd(p), want) {
			t.Errorf("it does not tell %s:\n%s", want, odd(p))
		}
	}
	for _, want := range []string{"zeer eens", "E2", "C7", "7-8"} {
		if !strings.Contains(inWords(p, "nl"), want) {
			t.Errorf("it does not tell %s:\n%s", want, inWords(p, "nl"))
		}
	}
	closed := asked(account.ByName)
	closed.Cycles[0].Stage = account.Closed
	if p := table.Plan(&closed, read(t, text), today, std); p.Result() != table.Nothing || !strings.Contains(odd(p), "formnocycle") {
		t.Errorf("closed: %v\n%s", p.Result(), odd(p))
	}
	low, p := applied(t, asked(account.ByName), "Timestamp;Naam;1.01;1.02;1.03\nx;Kees Klant;5;4\nx;Bea Baas;3;4;2\n")
	if !strings.Contains(odd(p), "formscale") || p.Left() != 0 || grades(low, "BB") == "" {
		t.Errorf("%d left\n%s", p.Left(), odd(p))
	}
}

// TestWordsThatFitMoreQuestionsAreAsked: the same words under two KWIs, a code with the
// words of another question, and one head twice.
func TestWordsThatFitMoreQuestionsAreAsked(t *testing.T) {
	c := asked(account.ByName)
	k := c.Cycles[0].KWIs[0]
	k.Code, k.Questions = 2, []account.Question{{Code: code(2, 1), Text: "Hoe snel antwoorden we?", Kind: account.Own}}
	c.Cycles[0].KWIs, c.LastKWI = append(c.Cycles[0].KWIs, k), 2
	c.Cycles[0].Assigned["KK"] = append(c.Cycles[0].Assigned["KK"], code(2, 1))
	const text = "Timestamp;Naam;Hoe snel antwoorden we?;Hoe snel antwoorden we?;1.03 Hoe goed kennen we uw werk?\nx;Kees Klant;7;6;5\n"
	p := table.Plan(&c, read(t, text), today, std)
	if !strings.Contains(odd(p), "C1 formseveral") || !strings.Contains(odd(p), "E1 formboth") || grades(c, "KK") != "" {
		t.Error(odd(p))
	}
	tab, err := p.Column("Hoe snel antwoorden we?", "1.02")
	if err != nil {
		t.Fatal(err)
	}
	if tab, err = table.Plan(&c, tab, today, std).Column("Hoe snel antwoorden we? #2", "2.01"); err != nil {
		t.Fatal(err)
	}
	if p = table.Plan(&c, tab, today, std); p.Apply(&c) != nil || grades(c, "KK") != "1.02:7 2.01:6" {
		t.Errorf("%s\n%s", grades(c, "KK"), inWords(p, "nl"))
	}
}

// TestByGroupAFormNamesNobody: neither whose row it is, nor which answers were there.
func TestByGroupAFormNamesNobody(t *testing.T) {
	const text = "Timestamp;Naam;E-mail;1.01;1.02\nx;Kees Klant;;8;7\nx;Bea Baas;;zes;5\nx;Piet Onbekend;po@y.example;8;8\n"
	c, p := applied(t, asked(account.ByGroup), text)
	if grades(c, "KK") != "1.01:8 1.02:7" || grades(c, "BB") != "1.02:5" {
		t.Errorf("%s, %s", grades(c, "KK"), grades(c, "BB"))
	}
	changed := table.Plan(&c, read(t, strings.Replace(text, ";8;7", ";8;6", 1)), today, std)
	replaced := table.Plan(&c, read(t, strings.Replace(text, ";8;7", ";8;6", 1)).Replacing(), today, std)
	part := table.Plan(&c, read(t, "Timestamp;Naam;1.01\nx;Kees Klant;8\n"), today, std)
	other := table.Plan(&c, read(t, "Timestamp;Naam;1.01\nx;Kees Klant;9\n"), today, std)
	if inWords(part, "nl") != inWords(other, "nl") || part.Result() != other.Result() {
		t.Errorf("a form of one question tells the grade that is there:\n%s\n%s", inWords(part, "nl"), inWords(other, "nl"))
	}
	for _, p := range []table.Proposal{p, changed, replaced, part} {
		for _, tag := range []string{"nl", "en"} {
			for _, no := range []string{"Kees", "KK", "Bea", "BB", "Piet", "po@", "zes", " 7", " 6"} {
				if strings.Contains(inWords(p, tag), no) {
					t.Errorf("it tells %q:\n%s", no, inWords(p, tag))
				}
			}
		}
	}
}

// TestAFormHoldsTogether: whatever stands in an export, the client stays sound, and a
// second time nothing changes.
func TestAFormHoldsTogether(t *testing.T) {
	cell := rapid.OneOf(rapid.SampledFrom([]string{"", "8", "10", "0", "8 - goed", "8/10", "n.v.t.", "=1+1", "KK", "Kees Klant", "bb@x.example", "8>", strings.Repeat("9", 300)}), rapid.String())
	head := rapid.OneOf(rapid.SampledFrom([]string{"Naam", "E-mail", "1.01", "1.02", "1.03", "NPS", "Opmerking", "Waarom", "Hoe snel antwoorden we?", "Id", ""}), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 7).Draw(t, "columns")
		rows := [][]string{append([]string{"Timestamp"}, rapid.SliceOfN(head, n, n).Draw(t, "heads")...)}
		for range rapid.IntRange(0, 4).Draw(t, "rows") {
			rows = append(rows, append([]string{"x"}, rapid.SliceOfN(cell, n, n).Draw(t, "cells")...))
		}
		c := asked(rapid.SampledFrom([]account.AnswersBy{account.ByName, account.ByGroup}).Draw(t, "by"))
		p, ok := planned(&c, rows)
		if !ok {
			return
		}
		if p.Open() {
			return
		}
		if err := p.Apply(&c); err != nil {
			t.Fatal(err)
		}
		sound(t, c)
		if again, _ := planned(&c, rows); again.Result() == table.Adds {
			t.Fatal(fmt.Sprint("a second time something changes:\n", inWords(again, "en")))
		}
	})
}
