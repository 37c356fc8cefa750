package keys

// The bindings of single screens. What several of them do the same way has the
// same key.
var (
	// The lists of the respondents, wherever they are sent and read.
	WriteLists   = bind("w")
	MailLists    = bind("m")
	Remind       = bind("r")
	MailAgain    = bind("o") // those that may have arrived
	Collect      = bind("i")
	Browse       = bind("ctrl+o") // look for files
	ReadLetters  = bind("ctrl+o") // each, before they go
	OpenFile     = shown("enter", either(Open, ways[Right], letters[Right]))
	Above        = either(ways[Left], letters[Left], bind("backspace"))
	Trust        = bind("ctrl+u") // a list that is in doubt
	MarkSent     = bind("s")
	PersonalWord = bind("p") // above the letters to one respondent
	Confirm      = bind("f")
	Colour       = bind("u") // what colours their answers
	CameBy       = bind("t") // in what way the answers came in
	Inform       = bind("i")
	Everyone     = bind("a")
	Announce     = bind("a")
	PasteTable   = bind("t")

	// The portfolio.
	Archive   = bind("a")
	Side      = either(bind("A", "v"), Next)
	Order     = bind("o")
	LoadAgain = bind("r")
	Promises  = bind("p")

	QuickScan = bind("s")

	// The quick scan of customer orientation.
	Answers = shown("a b c", bind("a", "b", "c"))

	// The library.
	Attach = bind("a") // to the client or a KWI
	Remark = bind("o") // what it is for

	// The monitor.
	How          = bind("H") // how a figure comes about
	CloseHow     = either(CloseHelp, How)
	CloseBecame  = either(CloseHelp, Became)
	BecameOrOpen = either(Open, Became)

	// Where something comes from: the key that led there leads further, and the one
	// that leads back is that of every screen.
	Deeper   = either(Trace, Open, ways[Right], letters[Right])
	Shallow  = either(Back, ways[Left], letters[Left])
	WorkOnIt = bind("o")

	// What becomes an agreement: what somebody found in the answers, or an idea.
	Agree  = bind("a")
	WhyNot = bind("w") // it does not

	// What was done.
	TakeBack = bind("t")

	// The promises to all clients.
	Mine = bind("m")

	// The people of a client, and the approach that is followed with it.
	Approach = bind("u")
	Sponsor  = bind("s")
	Willing  = bind("w")
	Join     = bind("ctrl+k") // two who are one
	HandOver = bind("ctrl+o") // what somebody has, to another
	Win      = bind("a")

	// The conversations and the KWIs.
	Sort     = bind("t") // what was caught
	Inspire  = bind("i")
	Inspired = bind("alt+i")  // what others named, where a letter alone begins a line
	Release  = bind("ctrl+r") // let the client see what was noted
	Make     = bind("K", "ctrl+k")
	MakeHere = either(Make, Open, bind("n")) // where there is none yet
	Renew    = bind("r")
	ComeBack = bind("p") // by which day

	Became   = bind("b") // what became of a KWI
	Merge    = bind("m") // one of two KWIs
	Split    = bind("d") // two of one
	Together = bind("w") // whose wish it is too

	// The test of the KWIs.
	Tested      = bind("d")
	Share       = bind("ctrl+e")
	ShareOrOpen = either(Open, Share)
	WholeRow    = bind("ctrl+r")
	WholeColumn = bind("a")
	WholeMatrix = bind("w")

	// The list in which grades are typed.
	NextGrade  = either(Open, ways[Down])
	ClearGrade = bind("backspace", "delete")
	Digits     = shown("1–9 0", bind("1", "2", "3", "4", "5", "6", "7", "8", "9", "0"))
	Jump       = shown("/", Filter) // to a question by its number
	Less       = bind("<", ",")
	More       = bind(">", ".")
	Neutral    = bind("=")
	OtherList  = ways[PageDown]

	// What a respondent is shown.
	Turn     = shown("←→", ways[Right])
	NextPage = either(Toggle, ways[PageDown])

	// A meeting with the client.
	NextKWI = either(ways[Right], letters[Right])
	LastKWI = either(ways[Left], letters[Left])

	NextSheet = either(ways[Right], letters[Right], Toggle)
	LastSheet = either(ways[Left], letters[Left])
	Guests    = bind("g")

	// The session, page after page; where something is in hand on a page, enter
	// and space are for that.
	Onwards    = either(ways[Right], letters[Right], Toggle, Open, NextPart)
	OnwardsBut = either(ways[Right], letters[Right], NextPart)
	OnwardsOr  = either(ways[Right], letters[Right], Open, NextPart)
	Backwards  = either(ways[Left], letters[Left], LastPart)
	VoteLess   = bind("backspace")
	Decide     = bind("d")
	AgreeDay   = bind("d") // of the session
	Change     = bind("e")
	Sharpen    = bind("s")
	Study      = bind("a") // the answers, before they are talked about
	Regrade    = bind("r")

	// The talk with a respondent.
	NextPart      = either(Next, ways[PageDown])
	LastPart      = either(Prev, ways[PageUp])
	LineUp        = bind("shift+up", "alt+up", "ctrl+up")
	LineDown      = bind("shift+down", "alt+down", "ctrl+down")
	WishTop       = bind("ctrl+k")
	WishTopOrOpen = either(Open, WishTop)

	// One question on a page: what somebody says of it, and on to the next. The
	// letters are those of both languages, so that the hand need not know which
	// one is on.
	SaysYes      = bind("y", "j")
	SaysNo       = bind("n")
	Reword       = bind("e")
	NextQuestion = either(Open, NextKWI)
	LastQuestion = LastKWI
	NextAnswer   = either(Open, NextKWI, NextPart)
	NextWords    = either(NextKWI, NextPart) // where enter begins to write
	FromWords    = either(NextPart, Keep)    // while letters are text
	LastAnswer   = either(LastKWI, LastPart)
	OtherPerson  = either(Next, Prev)
)

// The bindings of a text that is typed: those that every line of text in a
// terminal knows.
var (
	SignBefore       = either(ways[Left], bind("ctrl+b"))
	SignBehind       = either(ways[Right], bind("ctrl+f"))
	WordBefore       = bind("ctrl+left", "alt+left", "alt+b")
	WordBehind       = bind("ctrl+right", "alt+right", "alt+f")
	LineStart        = either(ways[Home], bind("ctrl+a"))
	LineEnd          = either(ways[End], bind("ctrl+e"))
	TextStart        = bind("ctrl+home")
	TextEnd          = bind("ctrl+end")
	RemoveBefore     = bind("backspace", "ctrl+h", "shift+backspace")
	RemoveBehind     = bind("delete", "ctrl+d")
	RemoveWordBefore = bind("ctrl+w", "ctrl+backspace", "alt+backspace")
	RemoveWordBehind = bind("ctrl+delete", "alt+delete", "alt+d")
	RemoveLineBefore = bind("ctrl+u")
	NewLine          = bind("enter", "shift+enter", "alt+enter")
)

// The account plan.
var (
	YearBefore = bind("{")
	YearAfter  = bind("}")
	Compare    = bind("d")
	MadeBy     = bind("b")
	Letters    = shown("←→", ways[Right]) // of SMART
)
