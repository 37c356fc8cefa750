package kit

// What is in hand at a stage, where that is no person and no code.
const (
	AtValueQuestion = "value"    // with which a round of the simple approach begins
	AtPeople        = "people"   // who takes part
	AtGo            = "go"       // the day of the client's GO
	AtOverview      = "overview" // the list, whatever was open in it
	AtAgreements    = "agreements"
	AtAnalysis      = "analysis"
	AtProposals     = "proposals" // of the analysis
	AtPresent       = "present"   // who was at the session
	AtTested        = "tested/"   // before the initials of whom it was tested with: the day
)
