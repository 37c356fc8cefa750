package cli

import (
	"kwi/internal/sound"
)

// The shapes of `kwi check --json`. Every key is always there; what there is none of is
// "", 0 or [].
type (
	checkJSON struct {
		File     string        `json:"file"`
		Sound    bool          `json:"sound"`   // nothing is wrong with it
		Damaged  bool          `json:"damaged"` // its pages are: the numbers are of what can still be read
		Clients  int           `json:"clients"`
		Records  int           `json:"records"` // 0 where it is damaged
		Size     int64         `json:"size"`    // bytes, 0 where it is damaged
		Findings []findingJSON `json:"findings"`
		Exposed  []string      `json:"exposed"` // files that others on this computer can get at
		Open     []string      `json:"open"`    // copies of a locked file, and data files called after it, that are not locked
		Closed   []string      `json:"closed"`  // with --repair: those that became the user's alone
		Mended   []findingJSON `json:"mended"`  // with --repair: what was made anew
		Kept     string        `json:"kept"`    // with --repair: where the file as it was is kept
	}
	findingJSON struct {
		Kind    string `json:"kind"` // unreadable | missing | ownerless | leftover | unfit | flawed | nowhole | figures | overview | journal | draft | past | hubnotes | hubstray | hubchoice | hubteam
		Client  string `json:"client"`
		Name    string `json:"name"`
		Cycle   string `json:"cycle"`
		Derived bool   `json:"derived"` // it is of what can be made anew, not of what was typed
		Says    string `json:"says"`    // in the user's language
	}
)

func newCheckJSON(path string) *checkJSON {
	return &checkJSON{File: path, Findings: []findingJSON{}, Exposed: []string{}, Open: []string{}, Closed: []string{}, Mended: []findingJSON{}}
}

// findingJSONOf is a finding with what is said of it.
func findingJSONOf(f *sound.Finding, says string) findingJSON {
	kind := findingKeys[f.Kind]
	switch f.Kind {
	case sound.Flawed:
		kind = "flawed"
	case sound.Journal:
		kind = "journal"
	}
	cycle := f.Key.Cycle
	if f.Flaw.Cycle != "" {
		cycle = f.Flaw.Cycle
	}
	return findingJSON{Kind: kind, Client: f.Client, Name: f.Name, Cycle: string(cycle), Derived: f.Derived(), Says: says}
}
