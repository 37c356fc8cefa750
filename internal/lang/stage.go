package lang

import "kwi/internal/account"

// StageForm is how long the name of a stage is.
type StageForm string

// The forms: in full, for a narrow head, for a column.
const (
	LongStage   StageForm = "stage."
	ShortStage  StageForm = "stage.short."
	ColumnStage StageForm = "stage.column."
	CellStage   StageForm = "portfolio.stage." // for the narrowest column
)

// Stage is what a stage is called. The steps of the simple approach have names
// of their own: they say what two people do.
func (w *Words) Stage(form StageForm, a account.Approach, s account.Stage) string {
	if s = s.In(a); a == account.Simple && s != account.Closed {
		return w.T(string(form) + "simple." + s.String())
	}
	return w.T(string(form) + s.String())
}
