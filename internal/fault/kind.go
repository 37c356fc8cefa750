package fault

// Kind names what went wrong. A new kind is one line here and one sentence in
// each language, fault.<kind> in internal/lang/text/fault.txt; a test of lang
// reads this file and fails when the sentence is missing. The comment says
// which values the sentence is given.
type Kind string

// What was asked for is not there, or is there already.
const (
	NotFound      Kind = "notfound"      // {1} the client's id
	NoCycle       Kind = "nocycle"       // {1} the cycle's name, {2} the client
	NoAnswers     Kind = "noanswers"     // {1} the client
	NoPlan        Kind = "noplan"        // {1} the year, {2} the client
	NoEntry       Kind = "noentry"       // {1} the name of an entry of the library
	NoRespondent  Kind = "norespondent"  // {1} the initials, {2} the client
	NoOrigin      Kind = "noorigin"      // {1} what nothing is called, {2} the client
	NoMinutes     Kind = "nominutes"     // {1} the cycle's name, {2} the client
	NoDates       Kind = "nodates"       // {1} the client
	Exists        Kind = "exists"        // {1} the client's id
	KeptAlready   Kind = "keptalready"   // {1} whom or what something else is kept of
	OtherSupplier Kind = "othersupplier" // {1} the supplier in the file, {2} ours
)

// A portable file or another text is not what it should be.
const (
	NotPortable Kind = "notportable" // no kwi/1 file
	BadValue    Kind = "badvalue"    // {1} the value, {2} what was expected
	UnknownKey  Kind = "unknownkey"  // {1} the key
	Doubled     Kind = "doubled"     // {1} what stands there twice
	Dangling    Kind = "dangling"    // {1} the reference that points at nothing
	Circular    Kind = "circular"    // part of itself, by way of others
	TooLong     Kind = "toolong"     // {1} how many characters there are room for
	BadText     Kind = "badtext"     // the text holds characters that may not be there
	Grade       Kind = "grade"       // {1} the value that is no grade
	NotAssigned Kind = "notassigned" // {1} the respondent, {2} the question
	Missing     Kind = "missing"     // {1} the key that must be there
	Syntax      Kind = "syntax"      // {1} the line, {2} the character in it
	Order       Kind = "order"       // {1} what stands before something older
	TooBig      Kind = "toobig"      // {1} how many megabytes there is room for
)

// The method or the state of a client does not allow it.
const (
	TooManyRespondents Kind = "toomanyrespondents" // {1} how many there would be
	Frozen             Kind = "frozen"             // {1} the closed cycle
	GateOpen           Kind = "gateopen"           // the gate is open and no reason was given
	NoReason           Kind = "noreason"           // what was given as a reason says nothing
	NoDate             Kind = "nodate"             // an agreement without a date
	BadInitials        Kind = "badinitials"        // {1} the initials
	DuplicateInitials  Kind = "duplicateinitials"  // {1} the initials
	BadTarget          Kind = "badtarget"          // {1} the target
	BadDate            Kind = "baddate"            // {1} the date as typed
	HoursTurned        Kind = "hoursturned"        // {1} the hour at which a session begins, or –, {2} at which it ends, not after it
	BadHours           Kind = "badhours"           // {1} the hours as typed
	KeepsAnswers       Kind = "keepsanswers"       // {1} the respondent or question that answers hang on
	OneKWI             Kind = "onekwi"             // {1} the respondent, {2} his KWI
	UndoRefused        Kind = "undorefused"        // {1} the step that others have built on
	Removed            Kind = "removed"            // {1} what is not there any more
	Altered            Kind = "altered"            // {1} what somebody has changed since
	NoLongerFits       Kind = "nolongerfits"       // what was done in another place, beside what the client has become
	NothingToUndo      Kind = "nothingtoundo"
	NothingToRedo      Kind = "nothingtoredo"
	HistoryErased      Kind = "historyerased" // somebody was erased since
)

// The data file, the machine or the terminal does not allow it.
const (
	WrongFile  Kind = "wrongfile"  // {1} the file that is not ours
	Damaged    Kind = "damaged"    // {1} the file
	Newer      Kind = "newer"      // {1} the file
	Locked     Kind = "locked"     // {1} the file
	Sealed     Kind = "sealed"     // {1} the file that has a passphrase, or another one
	ReadOnly   Kind = "readonly"   // {1} the file
	Full       Kind = "full"       // {1} the file
	HalfErased Kind = "halferased" // {1} the file for which the disk had no room while somebody was erased
	Gone       Kind = "gone"       // {1} the file
	Conflict   Kind = "conflict"   // somebody else changed the same
	NotSaved   Kind = "notsaved"   // what was typed is not kept yet
	Terminal   Kind = "terminal"   // there is no terminal to draw on
	LooksOnly  Kind = "looksonly"  // nothing is changed here: the program only looks
	LinesOnly  Kind = "linesonly"  // the terminal prints lines and can do nothing else
	Usage      Kind = "usage"      // {1} what is wrong with the command
	Internal   Kind = "internal"   // a fault of the program itself
	Fell       Kind = "fell"       // one that ended the interface
)

// The kinds that the domain adds.
const (
	KeptStays    Kind = "keptstays"    // a question on agreements never vanishes; {1} its code
	StillRunning Kind = "stillrunning" // the newest cycle is not closed; {1} its name
	Promised     Kind = "promised"     // lists went out or answers came in by group, and stay so
	FirstStage   Kind = "firststage"   // there is no stage to go back to
	NoQuestions  Kind = "noquestions"  // nothing can be sent to him; {1} the respondent
	Ended        Kind = "ended"        // another question is asked in its place; {1} its code
	SameOrOther  Kind = "sameorother"  // words that went out changed, and nobody said what that means; {1} the question or KWI
	Overturned   Kind = "overturned"   // a file that changes a closed cycle, without a why; {1} the cycle, {2} the client
	NotInternal  Kind = "notinternal"  // an agreement that the client has a part in, or was told of, is not internal
)

// The kinds of what comes back from a respondent.
const (
	Unmarked      Kind = "unmarked"      // {1} whose list it says it is, without the mark of the one sent
	BrokenPromise Kind = "brokenpromise" // {1} whose list it is, that promised more than the cycle keeps to
	NotWorkbook   Kind = "notworkbook"   // {1} the file
	NotOwner      Kind = "notowner"      // {1} the file or folder: somebody else's, who alone says who gets at it
	BrokenBook    Kind = "brokenbook"    // {1} the file: a workbook that ends too early or is damaged
	BrokenPage    Kind = "brokenpage"    // {1} the file: a page for the browser that ends too early or was changed
	Encrypted     Kind = "encrypted"     // {1} the file
	Macros        Kind = "macros"        // {1} the file
	OtherForm     Kind = "otherform"     // {1} the file: another program's form, such as .xls
	BrokenMail    Kind = "brokenmail"    // {1} the file: a mail that ends too early or is damaged
	OnlyRich      Kind = "onlyrich"      // {1} the file: a mail of Outlook with its text in a form of its own alone
	ZipInZip      Kind = "zipinzip"      // {1} the zip that lies in another zip
	Outside       Kind = "outside"       // {1} the file, which takes figures from elsewhere
	OddPath       Kind = "oddpath"       // {1} the file, which names a place outside itself
	Overflow      Kind = "overflow"      // {1} the file, far larger inside than a list can be
	NotOurs       Kind = "notours"       // {1} the file, which holds no list of ours
	BadList       Kind = "badlist"       // {1} the file with something that cannot be taken
	SecondReturn  Kind = "secondreturn"  // {1} the respondent
	Unheard       Kind = "unheard"       // {1} the respondent of whom nothing was heard
	Unplanned     Kind = "unplanned"     // {1} the client, {2} the cycle without a day for its session
	StillPlanned  Kind = "stillplanned"  // {1} the client, {2} the cycle whose session has a day
	SessionBegun  Kind = "sessionbegun"  // {1} the client, {2} the cycle whose session began
	NobodysTurn   Kind = "nobodysturn"   // {1} the client, where a letter is for nobody now
	NotTheirTurn  Kind = "nottheirturn"  // {1} the respondent, for whom there is no such letter now
	NotAsked      Kind = "notasked"      // {1} the initials of somebody without questions in the cycle
	NobodyAsked   Kind = "nobodyasked"   // {1} the client, {2} the cycle in which nobody has questions
)

// The kinds of files that are written for the user, or read.
const (
	IsFolder     Kind = "isfolder"     // {1} the folder where a file belongs
	NoFolder     Kind = "nofolder"     // {1} the file where a folder belongs
	UnderFile    Kind = "underfile"    // {1} the name of which a part is a file where a folder belongs
	LongName     Kind = "longname"     // {1} the name that is longer than a file or a folder may have
	OwnData      Kind = "owndata"      // {1} the file, which is the data file itself
	OtherData    Kind = "otherdata"    // {1} the file, which is a data file
	NotAsWritten Kind = "notaswritten" // {1} the file that is not as kwi wrote it
	NoData       Kind = "nodata"       // {1} the data file that is not there, or holds nothing
	LittleRoom   Kind = "littleroom"   // {1} where, {2} how many megabytes are needed at most, {3} how many are free
	NoRoom       Kind = "noroom"       // {1} the file that the disk has no room for
	NoLists      Kind = "nolists"      // {1} the folder without a workbook or mail
)

// The kinds of the post.
const (
	BadServer        Kind = "badserver"        // {1} the name in the environment, {2} what stands there
	TwoPorts         Kind = "twoports"         // {1} the port that the server's name brings, {2} the one set beside it
	NoServer         Kind = "noserver"         // {1} the mail server that takes nothing; what it said is the cause
	ServerUnknown    Kind = "serverunknown"    // {1} the name that no server has
	ServerClosed     Kind = "serverclosed"     // {1} the server, {2} the port on which nobody listens
	ServerAway       Kind = "serveraway"       // {1} the server to which there is no way, or no longer
	ServerSilent     Kind = "serversilent"     // {1} the server, {2} the port: no answer in time
	ServerEndless    Kind = "serverendless"    // {1} the server that never stops talking
	NotMailServer    Kind = "notmailserver"    // {1} the server, {2} the port on which something else answers
	NoEncryption     Kind = "noencryption"     // {1} the server
	BadCertificate   Kind = "badcertificate"   // {1} the server, whose certificate nobody vouches for
	OtherCertificate Kind = "othercertificate" // {1} the server, whose certificate is for another name
	OldCertificate   Kind = "oldcertificate"   // {1} the server, whose certificate is not valid today
	NoLogin          Kind = "nologin"          // {1} the server, {2} the user
	LoginRefused     Kind = "loginrefused"     // {1} the server, {2} the user; what it said is the cause
	LoginNeeded      Kind = "loginneeded"      // {1} the server
	SenderRefused    Kind = "senderrefused"    // {1} the sender's address; what the server said is the cause
	NotDelivered     Kind = "notdelivered"     // {1} the address; what the server said is the cause
	TextRefused      Kind = "textrefused"      // {1} the address; what the server said of the letter is the cause
	MaybeDelivered   Kind = "maybedelivered"   // {1} the address: the server may have the letter
	Elsewhere        Kind = "elsewhere"        // {1} whose letter another sender has
	NotNoted         Kind = "notnoted"         // {1} who got a letter that could not be noted
	NotRecalled      Kind = "notrecalled"      // lists were not written, and stay known as written
	NotPacked        Kind = "notpacked"        // {1} the file of a pack that cannot be made
)

// The kinds of a passphrase that somebody chooses or gives.
const (
	ShortPhrase  Kind = "shortphrase"  // {1} how many characters it has at least
	LongPhrase   Kind = "longphrase"   // {1} how many bytes it has at most
	OddPhrase    Kind = "oddphrase"    // it has what no keyboard types
	SpacedPhrase Kind = "spacedphrase" // it begins or ends with a space
	BrokenLock   Kind = "brokenlock"   // {1} the file whose lock no passphrase opens
	LockBusy     Kind = "lockbusy"     // {1} the file that somebody changed while it got another lock
)

// The kinds of the hub of a team.
const (
	NoHub         Kind = "nohub"         // no way to a hub is set
	Unreachable   Kind = "unreachable"   // {1} where the hub should be
	Forbidden     Kind = "forbidden"     // {1} the user who may not
	WrongPassword Kind = "wrongpassword" // {1} the user
	NoUsers       Kind = "nousers"       // {1} the hub that lets everybody in
	NoUser        Kind = "nouser"        // {1} the user that there is not
	KnownUser     Kind = "knownuser"     // {1} the user that there is already
	BadUser       Kind = "baduser"       // {1} what nobody can be called at a hub
	BadPrefix     Kind = "badprefix"     // {1} what no team can be called at a hub
	HubFull       Kind = "hubfull"       // {1} the hub that has no more room
	NotHub        Kind = "nothub"        // {1} where something else answers
	HubEndless    Kind = "hubendless"    // {1} the hub whose answer does not end
	HubDamaged    Kind = "hubdamaged"    // {1} the hub that says that its records are damaged
	HubForgets    Kind = "hubforgets"    // {1} the hub that threw away what was asked while it was
	PlainHub      Kind = "plainhub"      // {1} the hub that would be spoken to without encryption
	BadEndpoint   Kind = "badendpoint"   // {1} what is no address
	BadKeys       Kind = "badkeys"       // {1} the file of a certificate or its key that is none
	HubUntrusted  Kind = "hubuntrusted"  // {1} the hub for whom nobody vouches
	HubExpired    Kind = "hubexpired"    // {1} the hub whose certificate is not valid now
	HubOtherName  Kind = "hubothername"  // {1} the hub whose certificate is of another host
	HubImpostor   Kind = "hubimpostor"   // {1} the hub whose certificate is called as a user
	HubItself     Kind = "hubitself"     // {1} the hub that does not take its own certificate
	NoKeys        Kind = "nokeys"        // {1} the hub that asks for a certificate
	KeysRefused   Kind = "keysrefused"   // {1} the certificate that the hub does not take
	KeysNamed     Kind = "keysnamed"     // {1} the certificate with a common name
	NoTeam        Kind = "noteam"        // {1} the name under which there is no team
	OtherTeam     Kind = "otherteam"     // {1} the team to which the data file belongs, {2} under whose name
	LeftTeam      Kind = "leftteam"      // {1} the team to which the data file belonged when the program began
	NewerTeam     Kind = "newerteam"     // {1} the team whose records are of a later version
	NotAtHub      Kind = "notathub"      // {1} the client whom the hub does not have
	TwiceAtHub    Kind = "twiceathub"    // {1} the client whom {2} brought, each their own
)

// The kinds of the settings of this laptop.
const (
	BadSettings     Kind = "badsettings"     // {1} the file, which cannot be read
	SettingsNotKept Kind = "settingsnotkept" // {1} the file, which cannot be written
)

// The kinds of what is read, whatever it is.
const (
	Endless Kind = "endless" // {1} the file, which did not end within {2} seconds
	TooMuch Kind = "toomuch" // {1} the file that was one too many, {2} how many MB are read at once
	NoFile  Kind = "nofile"  // {1} what is there and is no file, such as a device
)

// The kinds of a table from elsewhere.
const (
	NoTable      Kind = "notable"      // {1} what stands where heads that we know should be
	BlankTable   Kind = "blanktable"   // nothing stands in it
	NoText       Kind = "notext"       // it is neither text nor a workbook
	TableSize    Kind = "tablesize"    // {1} how many rows, and {2} how many cells there is room for
	SamePerson   Kind = "sameperson"   // {1} who may be {2} under other initials
	NoSuchColumn Kind = "nosuchcolumn" // {1} a head that the form does not have, or that nothing need be said of
	NoColumnFor  Kind = "nocolumnfor"  // {1} what no column of a form can hold
	NobodySuch   Kind = "nobodysuch"   // {1} a person of whom the table leaves nothing open
)
