package account

import (
	"testing"

	"kwi/internal/fault"
)

// ofOurs is a client with an internal agreement on a KWI, and one that came from
// an idea of the session.
func ofOurs(t *testing.T) Client {
	t.Helper()
	c := Client{Cycles: []Cycle{{Name: "2026H2", Stage: Session, KWIs: []KWI{{Code: 1, Title: "x", Questions: []Question{{Code: QuestionCode{1, 1}, Kind: Own, Text: "q"}}}}}}}
	if _, err := c.AddAction("", Action{Text: "among ourselves", KWI: 1, Internal: true}, keptAsks, "2026-11-01"); err != nil {
		t.Fatal(err)
	}
	if err := c.AddIdea("", "idea"); err != nil {
		t.Fatal(err)
	}
	if _, err := c.ChooseIdea("", "idea", Action{}, keptAsks, "2026-11-01"); err != nil {
		t.Fatal(err)
	}
	return c
}

var keptAsks = Standard{Noticed: "noticed", Kept: "kept"}

// The client could not judge whether an agreement was kept of which they know
// nothing: the question on that joins once there is one that they know of.
func TestAnInternalAgreementBringsNoQuestionOnKeptAgreements(t *testing.T) {
	c := ofOurs(t)
	if q := c.Newest().KWIs[0].Standard(Kept); q != nil {
		t.Fatalf("%v joined", q)
	}
	open := func(a *Action) { a.Internal = false }
	if err := c.ChangeAction("2026-01", keptAsks, "2026-11-02", open); err != nil || c.Newest().KWIs[0].Standard(Kept) == nil {
		t.Fatalf("%v: it did not join", err)
	}
	close := func(a *Action) { a.Internal = true }
	if err := c.ChangeAction("2026-01", keptAsks, "2026-11-02", close); err != nil || c.Newest().KWIs[0].Standard(Kept) == nil {
		t.Errorf("%v: a question that joined vanished", err)
	}
}

// To take back the step with which the question joined is refused where an
// agreement needs it that the client knows of, not for an internal one.
func TestAnInternalAgreementHoldsNoQuestion(t *testing.T) {
	at := func(internal bool) bool {
		then, now := Cycle{}, Cycle{Actions: []Action{{Number: "2026-01", KWI: 1, Internal: internal}}}
		return now.agreedSince(&then, 1)
	}
	if at(true) || !at(false) {
		t.Errorf("internal %t, known %t", at(true), at(false))
	}
}

// What the client carries, was told or heard made is not internal, whichever
// of the two came first.
func TestOnlyWhatIsOursAloneIsInternal(t *testing.T) {
	internal := func(a *Action) { a.Internal = true }
	for name, do := range map[string]func(c *Client) error{
		"by the client": func(c *Client) error {
			return c.ChangeAction("2026-01", keptAsks, "2026-11-02", func(a *Action) { a.Side = ClientSide })
		},
		"by both": func(c *Client) error {
			return c.ChangeAction("2026-01", keptAsks, "2026-11-02", func(a *Action) { a.Side = BothSides })
		},
		"new, by client": func(c *Client) error {
			_, err := c.AddAction("", Action{Text: "x", Side: ClientSide, Internal: true}, keptAsks, "2026-11-02")
			return err
		},
		"announced":    func(c *Client) error { return c.AnnounceAction("2026-01", keptAsks, "2026-11-02", "2026-11-02") },
		"from an idea": func(c *Client) error { return c.ChangeAction("2026-02", keptAsks, "2026-11-02", internal) },
		"evidence": func(c *Client) error {
			if err := c.FinishAction("2026-01", "seen", keptAsks, "2026-11-02"); err != nil {
				t.Fatal(err)
			}
			return c.ShareEvidence("2026-01", true)
		},
	} {
		c := ofOurs(t)
		if f, _ := fault.Of(do(&c)); f == nil || f.Kind != fault.NotInternal {
			t.Errorf("%s: %v", name, f)
		}
	}
	c := ofOurs(t)
	if _, err := c.AddAction("", Action{Text: "x", Evidence: "seen", EvidenceShared: true}, keptAsks, "2026-11-02"); err != nil {
		t.Fatal(err)
	}
	if err := c.ChangeAction("2026-03", keptAsks, "2026-11-02", internal); err != nil {
		t.Fatal(err)
	}
	if _, a := c.Action("2026-03"); a.EvidenceShared {
		t.Error("the evidence of an internal agreement is released")
	}
}
