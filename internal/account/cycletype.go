package account

// AnswersBy says whether grades are kept by name or shown by group only.
type AnswersBy string

// The two agreements on anonymity of method.md §5 and format.md.
const (
	ByName  AnswersBy = "name"
	ByGroup AnswersBy = "group"
)

// Cycle is one customer value cycle, about half a year.
type Cycle struct {
	Name             CycleName
	Stage            Stage
	AnswersBy        AnswersBy
	Go               Date // the client's GO
	Session          Date
	SessionFrom      string // the hour at which it begins, 16:00, or ""
	SessionUntil     string // until which hour it goes on, or ""
	Place            string
	Kickoff          Kickoff
	Notes            []Note
	NotExpected      map[Initials]string
	NotExpectedHeard []Initials           // to whom it may be shown what they do not expect
	Promised         map[Initials]Concept // after the talk
	KWIs             []KWI                // in order of number
	Turns            []Turn               // what became of KWIs in this cycle, in the order in which it did
	Gone             []Gone               // the KWIs that were taken out of it, in order of number
	Assigned         map[Initials][]QuestionCode
	Tested           map[Initials]Date
	Confirmed        map[Initials]Date
	PersonalWords    map[Initials]string // of the sender, above what a letter says to everybody
	Sent             map[Initials][]Date
	Sendings         map[Initials][]Sending // the lists that went out with a mark, oldest first
	Informed         map[Initials]Date      // colleagues who know the KWIs
	Answers          map[Initials]Sheet
	Answered         map[Initials]Date
	AnsweredInTalk   map[Initials]Date // whose list was answered in a conversation, on the day
	AnsweredByPhone  map[Initials]Date // whose list was answered at the telephone, on the day
	Excused          map[Initials]Date // the cycle goes on without their list, since
	ExcusedWhy       map[Initials]string
	Reminders        map[Initials][]Reminder // how who kept silent was asked beside the mail, oldest first
	Circumstances    string                  // what colours the answers of all, for ourselves
	Colouring        map[Initials]string     // what colours those of one
	Remarks          map[Initials]string
	Released         []Initials // whose remark may be read out
	NPS              map[Initials]NPS
	Analysis         Analysis
	Findings         []Finding // what colleagues answered to its questions
	Meeting          Meeting
	Actions          []Action
	Visits           []Visit
	Ideas            []Idea // that people brought while the KWIs are worked on
	Reasons          []Reason
	Passages         []Passage // from stage to stage, oldest first
	Corrections      []Correction
	Amendments       []Amendment // of what was asked, after a list with it had gone out
	Calendar         string      // by which name calendars know its dates, where that is not its own name
}

// Kickoff is the supplier's internal start of the cycle.
type Kickoff struct {
	Date      Date
	Present   []Initials
	Strategy  string
	Arguments []string
}

// Walk goes through the fields of the cycle.
func (y *Cycle) Walk(w Walker) {
	f := fields{w}
	if f.Whole() {
		f.Text(needed("name"), (*string)(&y.Name), CycleNameText)
	}
	f.Stage(always("stage"), &y.Stage)
	f.Choice(always("answersBy"), (*string)(&y.AnswersBy), answersByWords)
	f.date(always("go"), &y.Go)
	f.date(always("session"), &y.Session)
	f.Text(since(25, "sessionFrom"), &y.SessionFrom, HourText)
	f.Text(since(25, "sessionUntil"), &y.SessionUntil, HourText)
	f.line(always("place"), &y.Place)
	f.Text(since(4, "calendar"), &y.Calendar, CalendarText)
	f.Object(always("kickoff"), &y.Kickoff)
	walkObjects(w, always("notes"), &y.Notes)
	f.texts(always("notExpected"), &y.NotExpected, BlockText)
	f.people(since(7, "notExpectedHeard"), &y.NotExpectedHeard, RespondentText)
	f.concepts(since(6, "promised"), &y.Promised)
	walkObjects(w, always("kwis"), &y.KWIs)
	walkObjects(w, since(23, "turns"), &y.Turns)
	walkObjects(w, since(23, "gone"), &y.Gone)
	f.asked(always("assigned"), &y.Assigned)
	f.dates(always("tested"), &y.Tested, RespondentText)
	f.dates(always("confirmed"), &y.Confirmed, RespondentText)
	f.texts(since(15, "personalWords"), &y.PersonalWords, BlockText)
	f.days(always("sent"), &y.Sent)
	f.sendings(since(2, "sendings"), &y.Sendings)
	f.dates(always("informed"), &y.Informed, ColleagueText)
	if f.Whole() {
		f.sheets(always("answers"), &y.Answers)
		f.dates(always("answered"), &y.Answered, RespondentText)
	}
	f.dates(sparse("excused"), &y.Excused, RespondentText)
	f.dates(since(8, "answeredInTalk"), &y.AnsweredInTalk, RespondentText)
	f.dates(since(18, "answeredByPhone"), &y.AnsweredByPhone, RespondentText)
	f.texts(since(18, "excusedWhy"), &y.ExcusedWhy, LineText)
	f.reminders(since(18, "reminders"), &y.Reminders)
	f.block(since(18, "circumstances"), &y.Circumstances)
	f.texts(since(18, "circumstancesOf"), &y.Colouring, BlockText)
	if f.Whole() {
		f.texts(always("remarks"), &y.Remarks, BlockText)
		f.people(always("released"), &y.Released, RespondentText)
		f.recommendations(always("nps"), &y.NPS)
	}
	f.Object(always("analysis"), &y.Analysis)
	walkObjects(w, since(16, "findings"), &y.Findings)
	f.Object(always("meeting"), &y.Meeting)
	walkObjects(w, always("actions"), &y.Actions)
	walkObjects(w, always("visits"), &y.Visits)
	walkObjects(w, since(16, "ideas"), &y.Ideas)
	walkObjects(w, always("reasons"), &y.Reasons)
	walkObjects(w, since(19, "passages"), &y.Passages)
	walkObjects(w, always("corrections"), &y.Corrections)
	walkObjects(w, since(21, "amendments"), &y.Amendments)
}

// Walk goes through the fields of a kick-off.
func (k *Kickoff) Walk(w Walker) {
	f := fields{w}
	f.date(always("date"), &k.Date)
	f.people(always("present"), &k.Present, ColleagueText)
	f.block(always("strategy"), &k.Strategy)
	f.lines(always("arguments"), &k.Arguments)
}

// asked goes through the questions that respondents judge.
func (f fields) asked(k Key, at *map[Initials][]QuestionCode) {
	f.People(k, RespondentText, &peopleMap[[]QuestionCode]{m: at, holds: isSomeList[[]QuestionCode], walk: func(w Walker, l *[]QuestionCode) { w.Asked(entry, l) }})
}

// days goes through the days that respondents have.
func (f fields) days(k Key, at *map[Initials][]Date) {
	f.People(k, RespondentText, &peopleMap[[]Date]{m: at, holds: isSomeList[[]Date], walk: func(w Walker, l *[]Date) { w.List(entry, listOf[Date]{l, walkDay}) }})
}

// sendings goes through the lists that went out to respondents.
func (f fields) sendings(k Key, at *map[Initials][]Sending) {
	f.People(k, RespondentText, &peopleMap[[]Sending]{m: at, holds: isSomeList[[]Sending], walk: func(w Walker, l *[]Sending) { walkObjects(w, entry, l) }})
}

// reminders goes through how who kept silent was asked.
func (f fields) reminders(k Key, at *map[Initials][]Reminder) {
	f.People(k, RespondentText, &peopleMap[[]Reminder]{m: at, holds: isSomeList[[]Reminder], walk: func(w Walker, l *[]Reminder) { walkObjects(w, entry, l) }})
}

// sheets goes through the answers of respondents.
func (f fields) sheets(k Key, at *map[Initials]Sheet) {
	f.People(k, RespondentText, &peopleMap[Sheet]{m: at, holds: isSomeList[Sheet], walk: func(w Walker, s *Sheet) { w.Sheet(entry, s) }})
}

// recommendations goes through what respondents said to the last question, of
// which each says something: 0 is a score.
func (f fields) recommendations(k Key, at *map[Initials]NPS) {
	f.People(k, RespondentText, &peopleMap[NPS]{m: at, holds: func(NPS) bool { return true }, walk: func(w Walker, n *NPS) { w.Object(entry, n) }})
}
