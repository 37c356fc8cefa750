package account

// Way is how somebody was reached.
type Way string

// The ways; the empty one was not noted.
const (
	ByMail    Way = "mail"
	ByPhone   Way = "phone"
	InTalk    Way = "talk"
	BySponsor Way = "sponsor"
)

// Ways lists the ways in the order in which somebody silent is asked.
func Ways() []Way { return []Way{ByMail, ByPhone, InTalk, BySponsor} }
