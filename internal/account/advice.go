package account

// Reply is the answer to a question of yes or no. The zero value is that it
// was not answered, which is no no.
type Reply uint8

// The replies.
const (
	Unanswered Reply = iota
	Yes
	No
)

// ReplyOf is the reply that a yes or a no is.
func ReplyOf(yes bool) Reply {
	if yes {
		return Yes
	}
	return No
}

// Ground is why the simple approach is advised.
type Ground string

// The grounds: a question that was answered with no, an internal client, the
// first cycle with a client.
const (
	NotStrategic Ground = "strategic"
	NotIntensive Ground = "intensive"
	NoBusiness   Ground = "business"
	IsInternal   Ground = "internal"
	FirstCycle   Ground = "first"
)

// Advice is what the method advises on the approach to a client. The user may
// overrule it.
type Advice struct {
	Approach Approach // "" while it is open
	Later    bool     // simple now, extended from the next cycle on
	Grounds  []Ground // what speaks against the extended approach
	Open     int      // how many of the three questions are not answered
}

// Advice follows method.md §3: one no is enough for the simple approach, and so
// is that the client is internal, whatever is still to be asked; three times yes
// is the extended one, but not yet in the first cycle. A question that is not
// answered gives no reason.
func (c *Client) Advice() (a Advice) {
	s := c.Selection
	for _, q := range []struct {
		reply  Reply
		ground Ground
	}{{s.Strategic, NotStrategic}, {s.Intensive, NotIntensive}, {s.Business, NoBusiness}} {
		switch q.reply {
		case No:
			a.Grounds = append(a.Grounds, q.ground)
		case Unanswered:
			a.Open++
		}
	}
	noes, first := len(a.Grounds), len(c.Cycles) <= 1
	if c.Kind == Internal {
		a.Grounds = append(a.Grounds, IsInternal)
	}
	if len(a.Grounds) == 0 && a.Open > 0 {
		return a
	}
	if noes == 0 && first && a.Open == 0 {
		a.Grounds, a.Later = append(a.Grounds, FirstCycle), true
	}
	if a.Approach = Simple; len(a.Grounds) == 0 {
		a.Approach = Extended
	}
	return a
}
