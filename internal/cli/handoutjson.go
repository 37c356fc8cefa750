package cli

import (
	"kwi/internal/desk"
	"kwi/internal/office"
)

// handing is what of lists or letters is put where, and how that is told.
type handing struct {
	client, cycle, folder string
	made                  string // the key of what is said in the end
	unsigned              bool   // no name is below the letters
	machine               bool
	endings               func(desk.Outgoing) []string
}

// The shapes of `kwi questionnaires --json` and `kwi letters --json`. Every key is
// always there; what there is none of is "" or [].
type (
	handedJSON struct {
		Client   string       `json:"client"`
		Folder   string       `json:"folder"`
		Unsigned bool         `json:"unsigned"` // no name is below the letters: kwi me says yours
		Made     []placedJSON `json:"made"`
	}
	placedJSON struct {
		Initials string   `json:"initials"`
		Name     string   `json:"name"`
		Address  bool     `json:"address"` // there is one to send it to
		Files    []string `json:"files"`
		Beside   []string `json:"beside"` // files that stood there and were left as they are
	}
)

func handedOf(h handing, all []desk.Outgoing, placed []office.Placed) handedJSON {
	out := handedJSON{Client: h.client, Folder: h.folder, Unsigned: h.unsigned, Made: []placedJSON{}}
	for i, o := range all {
		one := placedJSON{Initials: string(o.Who), Name: o.Name, Address: o.Email, Files: []string{}, Beside: append([]string{}, placed[i].Beside...)}
		for _, ending := range h.endings(o) {
			one.Files = append(one.Files, placed[i].Path+ending)
		}
		out.Made = append(out.Made, one)
	}
	return out
}
