package accounttest

import "kwi/internal/account"

// MarkOf is a mark that is always the same for the same somebody, and another
// for everybody else.
func MarkOf(who account.Initials) account.Mark {
	random := make([]byte, account.MarkLength)
	for i, n := 0, uint32(17); i < len(random); i++ {
		for _, b := range []byte(who) {
			n = n*31 + uint32(b)
		}
		n = n*1103515245 + 12345
		random[i] = byte(n >> 16)
	}
	return account.MarkOf(random)
}

// SendAll notes that a marked list went out to everybody who is asked
// something in the newest cycle.
func SendAll(c *account.Client, on account.Date) {
	y := c.Newest()
	y.Sendings = map[account.Initials][]account.Sending{}
	for who, codes := range y.Assigned {
		if len(codes) > 0 {
			y.Sendings[who] = []account.Sending{{Mark: MarkOf(who), Date: on, Promise: y.Promise(), State: account.Arrived}}
		}
	}
}
