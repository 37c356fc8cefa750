package kit

// The pages of a meeting, by the names of their places. What is in hand there
// is in a place's At: all that it takes to show the same in a second window,
// and codes and initials only, since it is told there through a file.
const (
	MeetHome       = "meet"
	MeetInterview  = "meet.interview"  // a respondent, a page of the talk, and which of what is on it: KK/rank/2
	MeetTesting    = "meet.testing"    // a respondent, and a question: KK/2.03
	MeetAnswering  = "meet.answering"  // a respondent, and a question: KK/2.03
	MeetKWI        = "meet.kwi"        // a KWI: KWI-02
	MeetAgreements = "meet.agreements" // an action by its number, alone or among all: 2026-03/all
	MeetSample     = "meet.sample"     // of the example monitor alone
	MeetSession    = "meet.session"    // a KWI, or an action by its number
)

// The pages of the talk with a respondent, behind whom it is with in a place's
// At, as in KK/rank. Those of the topics are called as account.Topic is.
const (
	TalkRanking   = "rank"
	TalkAsking    = "ask"
	TalkUnwanted  = "unwanted"
	TalkReadBack  = "right"
	TalkElse      = "else"
	TalkPromising = "promise"
)
