package account

import "kwi/internal/fault"

// AnalysisPart is one of the texts of the analysis.
type AnalysisPart string

// The parts of the analysis.
const (
	AnalysisRemarks  AnalysisPart = "remarks"
	Outliers         AnalysisPart = "outliers"
	Proposals        AnalysisPart = "proposals"
	Misunderstanding AnalysisPart = "misunderstanding"
	Surprise         AnalysisPart = "surprise"
	Disappointment   AnalysisPart = "disappointment"
	WhatWasNoticed   AnalysisPart = "noticed"
)

// AnalysisParts lists the questions of the analysis in order.
func AnalysisParts() []AnalysisPart {
	return []AnalysisPart{AnalysisRemarks, Outliers, Proposals, Misunderstanding, Surprise, Disappointment, WhatWasNoticed}
}

// WriteAnalysis writes a part of the analysis of a cycle.
func (c *Client) WriteAnalysis(cycle CycleName, part AnalysisPart, text string) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	to := y.Analysis.part(part)
	if to == nil {
		return fault.New(fault.Removed, string(part))
	}
	*to = text
	return nil
}

// Part is a text of the analysis, and whether there is one of that name.
func (a Analysis) Part(part AnalysisPart) (text string, ok bool) {
	if from := a.part(part); from != nil {
		return *from, true
	}
	return "", false
}

func (a *Analysis) part(part AnalysisPart) *string {
	switch part {
	case AnalysisRemarks:
		return &a.Remarks
	case Outliers:
		return &a.Outliers
	case Proposals:
		return &a.Proposals
	case Misunderstanding:
		return &a.Misunderstanding
	case Surprise:
		return &a.Surprise
	case Disappointment:
		return &a.Disappointment
	case WhatWasNoticed:
		return &a.Noticed
	}
	return nil
}
