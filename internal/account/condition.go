package account

// CheckName names one condition of a gate; lang has its sentence.
type CheckName string

// The conditions of method.md §4, stage by stage.
const (
	HasSponsor       CheckName = "sponsor"     // a sponsor, or an action to win one
	HasRespondents   CheckName = "respondents" // respondents, each willing since a date
	HasGo            CheckName = "go"
	SpokenWithAll    CheckName = "spoken"
	OneKWIEach       CheckName = "oneKWI"
	KWIsComplete     CheckName = "complete" // every KWI an expectation and an own question
	QuestionsJudged  CheckName = "judged"   // no question without a respondent
	RespondentsJudge CheckName = "judges"   // no respondent without a question
	TestedWithAll    CheckName = "tested"
	SentToAll        CheckName = "sent"
	ConfirmedByAll   CheckName = "confirmed"
	ColleaguesKnow   CheckName = "informed"
	VisitedAll       CheckName = "visited"
	KWIsActed        CheckName = "acted"   // every KWI at least one action
	NothingOverdue   CheckName = "overdue" // nothing overdue without a word
	SessionPlanned   CheckName = "planned"
	ListsBack        CheckName = "back" // or given up by name
	AnalysisDone     CheckName = "analysis"
	MeasuresReady    CheckName = "measures"
	ActionsAgreed    CheckName = "agreed" // every action a person and a date
	PresentNoted     CheckName = "present"

	// The conditions of the simple approach, for its one contact.
	HasContact      CheckName = "contact"      // who says yes, since a date
	ValueQuestion   CheckName = "value"        // it was put, and the answer is yes
	QuestionsNoted  CheckName = "questions"    // an own question of theirs
	QuestionsMailed CheckName = "mailed"       // they got back what they asked
	NoticedWork     CheckName = "noticed"      // something is done that they can notice
	TalkedBetween   CheckName = "between"      // they were asked meanwhile how it goes
	SameAnswered    CheckName = "sameAnswered" // the same questions, answered
	AnswersStudied  CheckName = "studied"      // with others than who asked
	TalkHeld        CheckName = "talked"
)

// Conditions are all conditions, in the order of the stages.
func Conditions() []CheckName {
	return []CheckName{
		HasSponsor, HasRespondents, HasGo, SpokenWithAll, OneKWIEach, KWIsComplete, QuestionsJudged, RespondentsJudge, TestedWithAll,
		SentToAll, ConfirmedByAll, ColleaguesKnow, VisitedAll, KWIsActed, NothingOverdue, SessionPlanned, ListsBack, AnalysisDone, MeasuresReady,
		ActionsAgreed, PresentNoted,
		HasContact, ValueQuestion, QuestionsNoted, QuestionsMailed, NoticedWork, TalkedBetween, SameAnswered, AnswersStudied, TalkHeld,
	}
}

// Misses is what a condition misses where it is not met.
type Misses byte

// What conditions miss, by initials, codes or numbers.
const (
	MissesNothing Misses = iota // it is there or not
	MissesPeople
	MissesKWIs
	MissesQuestions
	MissesActions
)

// Misses is what the condition misses.
func (n CheckName) Misses() Misses {
	switch n {
	case KWIsComplete, KWIsActed:
		return MissesKWIs
	case QuestionsJudged:
		return MissesQuestions
	case NothingOverdue, ActionsAgreed:
		return MissesActions
	case HasSponsor, HasGo, SessionPlanned, AnalysisDone, MeasuresReady, PresentNoted, HasContact, ValueQuestion, NoticedWork, AnswersStudied, TalkHeld:
		return MissesNothing
	}
	return MissesPeople
}
