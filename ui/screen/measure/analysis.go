package measure

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/guide"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/agree"
	"kwi/ui/widget"
)

// analysisFields are the seven questions after the answers are in: what is
// written there together, and below it what single colleagues said.
func analysisFields(f *kit.Frame) []widget.Field {
	y := f.Y()
	name := y.Name
	var fields []widget.Field
	for _, q := range guide.For(f.Words.Tag()).Analysis() {
		part := account.AnalysisPart(q.Key)
		text, ok := y.Analysis.Part(part)
		if !ok || part == account.Outliers && isSimple(f) && text == "" && !slices.ContainsFunc(y.Findings, func(d account.Finding) bool { return d.Part == part }) {
			continue // one contact is above or below nobody
		}
		fields = append(fields, widget.Field{ID: q.Key, Label: f.T("measure.analysis." + q.Key), Kind: widget.TextField, Lines: 3,
			Value: text, Hint: q.Text, Help: q.Text, Set: func(v string) kit.Outcome {
				return kit.Changes(kit.Label("measure.label.analysis"), func(c *account.Client) error { return c.WriteAnalysis(name, part, v) })
			}})
		for i, d := range y.Findings {
			if d.Part == part {
				fields = append(fields, findingField(f, d, i, q.Text))
			}
		}
	}
	return fields
}

// findingField is what one colleague said, to be put in other words or emptied.
func findingField(f *kit.Frame, d account.Finding, at int, question string) widget.Field {
	name, by := f.Y().Name, d.By
	if by == "" {
		by = f.T("measure.finding.nobody")
	}
	x := widget.Field{ID: findingID + strconv.Itoa(at), Same: findingID + string(d.Part) + "/" + d.By + "/" + d.Text, Label: "  " + by, Kind: widget.SentenceField, Lines: 3,
		Value: d.Text, Help: question + " " + f.T("measure.finding.empty"), Set: func(v string) kit.Outcome {
			return kit.Changes(kit.Label("measure.label.finding"), func(c *account.Client) error {
				return c.ChangeFinding(name, d, func(next *account.Finding) { next.Text = v })
			})
		}}
	if d.Action != "" {
		x.Shown = f.T("measure.finding.became", d.Text, d.Action)
	}
	return x
}

// findingID begins the IDs of the fields of findings.
const findingID = "finding/"

// question is the question of the analysis in hand, and where it is on what one
// colleague said, that.
func (s Screen) question(f *kit.Frame) (account.AnalysisPart, *account.Finding) {
	id := s.analysis.Field(analysisFields(f)).ID
	if at, is := strings.CutPrefix(id, findingID); is {
		i, err := strconv.Atoi(at)
		if all := f.Y().Findings; err == nil && i < len(all) {
			return all[i].Part, &all[i]
		}
	}
	return account.AnalysisPart(id), nil
}

// proposed are the lines that are proposed together, and what single colleagues
// propose, as far as they are no agreement yet.
func proposed(y *account.Cycle) (out []account.Finding) {
	for line := range strings.Lines(y.Analysis.Proposals) {
		d := account.Finding{Part: account.Proposals, Text: strings.TrimSpace(line)}
		if is := y.Finding(d); d.Text != "" && (is == nil || is.Action == "") {
			out = append(out, d)
		}
	}
	for _, d := range y.Findings {
		if d.Part == account.Proposals && d.Action == "" && !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	return out
}

// analysisActs are what can be done with the question in hand; nothing on another
// side.
func (s Screen) analysisActs(f *kit.Frame) []kit.Act {
	if s.part != analysis {
		return nil
	}
	say := kit.Act{ID: "say", Keys: keys.New, Name: f.T("measure.act.say")}
	propose := kit.Act{ID: "propose", Keys: keys.Agree, Name: f.T("measure.act.propose")}
	switch of, d := s.question(f); {
	case d != nil && d.Action != "":
		propose.Why = f.T("measure.why.agreed", d.Action)
	case d == nil && (of != account.Proposals || len(proposed(f.Y())) == 0):
		propose.Why = f.T("measure.why.nothing")
	}
	if propose.Why == "" { // what can be done with this very line comes first
		return []kit.Act{propose, say}
	}
	return []kit.Act{say, propose}
}

// inAnalysis answers what is done with the question in hand.
func (s Screen) inAnalysis(f *kit.Frame, msg tea.Msg) (kit.Outcome, bool) {
	if s.part != analysis {
		return kit.Outcome{}, false
	}
	of, d := s.question(f)
	switch msg {
	case kit.Do("say"):
		return kit.Outcome{Ask: findingDialog(f, of)}, true
	case kit.Do("propose"):
		if d != nil {
			return kit.Outcome{Ask: agreeOn(f, *d)}, true
		}
		return pickProposal(f), true
	}
	return kit.Outcome{}, false
}

// findingDialog asks what a colleague said, and who it was.
func findingDialog(f *kit.Frame, of account.AnalysisPart) kit.Screen {
	cycle := f.Y().Name
	var parts []widget.Choice
	for _, p := range account.AnalysisParts() {
		parts = append(parts, widget.Choice{Value: string(p), Label: f.T("measure.analysis." + string(p))})
	}
	return widget.FormDialog{Name: findingID + "new", Title: f.T("measure.finding.title"),
		Fields: []widget.Field{
			{ID: "by", Label: f.T("measure.finding.by"), Kind: widget.LineField, Hint: f.T("measure.finding.by.hint")},
			{ID: "text", Label: f.T("measure.finding.text"), Kind: widget.SentenceField, Lines: 4},
			{ID: "part", Label: f.T("measure.finding.part"), Kind: widget.ChoiceField, Value: string(of), Choices: parts},
		},
		Check: func(v map[string]string) string {
			if v["text"] == "" {
				return f.T("measure.finding.missing")
			}
			return ""
		},
		Then: func(e widget.Edits) kit.Outcome {
			d := account.Finding{Part: of}
			widget.Put(e, "part", &d.Part)
			widget.Put(e, "by", &d.By)
			widget.Put(e, "text", &d.Text)
			return kit.Changes(kit.Label("measure.label.finding"), func(c *account.Client) error { return c.AddFinding(cycle, d) })
		}}
}

// agreeOn asks for the agreement that a finding becomes.
func agreeOn(f *kit.Frame, d account.Finding) kit.Screen {
	cycle, std, today := f.Y().Name, part.Standard(f), f.Today
	base := account.Action{Text: d.Text, Side: account.SupplierSide, For: f.Client.Owner(f.Me)}
	return agree.From(f, "action/"+findingID+string(d.Part)+"/"+d.By+"/"+d.Text, base, func(c *account.Client, a account.Action) error {
		if y := c.Cycle(cycle); y != nil && y.Finding(d) == nil && d.By == "" && d.Part == account.Proposals {
			if err := c.AddFinding(cycle, d); err != nil { // of what was written together
				return err
			}
		}
		_, err := c.ActOnFinding(cycle, d, a, std, today)
		return err
	})
}

// pickProposal asks which of the lines that are proposed becomes an agreement,
// where there are more.
func pickProposal(f *kit.Frame) kit.Outcome {
	all := proposed(f.Y())
	if len(all) == 1 {
		return kit.Outcome{Ask: agreeOn(f, all[0])}
	}
	frame := *f
	pick := widget.Pick{Title: f.T("measure.finding.which"), Then: func(id string) kit.Outcome {
		i, err := strconv.Atoi(id)
		if err != nil || i >= len(all) {
			return kit.Outcome{}
		}
		return kit.Outcome{Ask: agreeOn(&frame, all[i])}
	}}
	for i, d := range all {
		label := d.Text
		if d.By != "" {
			label = d.By + ": " + label
		}
		pick.Items = append(pick.Items, widget.Item{ID: strconv.Itoa(i), Label: label})
	}
	return kit.Outcome{Ask: widget.NewPick(pick)}
}

// leastAid is the height from which there is room for figures below the
// questions.
const leastAid = 14

// aidLines are the figures that help in at most so many lines: whole where there
// is room for all, else each on a line, and the first of them.
func aidLines(texts []string, w, most int) (lines []string) {
	for _, text := range texts {
		lines = append(lines, cells.Wrap(text, w)...)
	}
	if len(lines) <= most {
		return lines
	}
	lines = nil
	for _, text := range texts[:min(len(texts), most)] {
		lines = append(lines, cells.Line(text, w))
	}
	return lines
}

// viewAnalysis draws the questions, and with the one in hand the figures that
// help: beside them where there is room, else below.
func (s Screen) viewAnalysis(f *kit.Frame, h int) kit.Page {
	fields := analysisFields(f)
	of, _ := s.question(f)
	if f.W >= widget.BroadForm {
		for i := range fields {
			if fields[i].ID == s.analysis.Field(fields).ID {
				fields[i].Help = strings.Join(append([]string{fields[i].Help, ""}, aid(f, of)...), "\n")
			}
		}
		return s.analysis.View(*f, fields, f.W, h)
	}
	if h < leastAid || s.analysis.Typing() && h < 2*leastAid {
		return s.analysis.View(*f, fields, f.W, h)
	}
	lines := aidLines(aid(f, of), f.W-4, min(h/4, 8))
	for i := range lines {
		lines[i] = f.Theme.Faint.Render("  " + lines[i])
	}
	p := s.analysis.View(*f, fields, f.W, h-len(lines)-1)
	p.Body = strings.Join(append([]string{strings.TrimRight(p.Body, " \n"), ""}, lines...), "\n")
	return p
}
