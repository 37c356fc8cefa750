package sound_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kwi/internal/codec"
	"kwi/internal/sound"
)

// TestWhatIsWrongWithTheNotesOfTheHubIsFound breaks one note after the other: each is a
// finding of the client whom it holds up, and none of a file whose notes are sound.
func TestWhatIsWrongWithTheNotesOfTheHubIsFound(t *testing.T) {
	t.Parallel()
	notes := func(change func(all map[string][]byte, id string)) []string {
		all, c := records(t)
		is := codec.Encode(c)
		for key := range is {
			all[codec.BaseKey(c.ID, key)] = all[key]
		}
		all[codec.Hub] = []byte(`{"prefix":"p","user":"anna","team":"t"}`)
		all[codec.HubKey(c.ID)] = codec.EncodeHubNote(codec.HubNote{Head: 4, Here: 2, Owner: "anna"})
		all[codec.SendingKey(c.ID)] = []byte(`{"mark":"m"}`)
		apart, err := json.Marshal(codec.ApartNote{Path: "Name", Counts: is})
		if err != nil {
			t.Fatal(err)
		}
		all[codec.ApartKey(c.ID, 1)] = apart
		change(all, c.ID)
		return judge(all)
	}
	base := func(all map[string][]byte, id string) {
		for key := range all {
			if strings.HasPrefix(key, codec.BasePrefix) {
				delete(all, key)
			}
		}
	}
	for name, one := range map[string]struct {
		change func(all map[string][]byte, id string)
		kind   sound.Kind
	}{
		"a sound file": {func(map[string][]byte, string) {}, 0},
		"to be looked at afresh": {func(all map[string][]byte, id string) {
			base(all, id)
			all[codec.HubKey(id)] = codec.EncodeHubNote(codec.HubNote{})
		}, 0},
		"on its way for the first":     {func(all map[string][]byte, id string) { base(all, id); delete(all, codec.HubKey(id)) }, 0},
		"the note":                     {func(all map[string][]byte, id string) { all[codec.HubKey(id)] = []byte{0xff} }, sound.Notes},
		"no note":                      {func(all map[string][]byte, id string) { delete(all, codec.HubKey(id)) }, sound.Notes},
		"what they were":               {func(all map[string][]byte, id string) { all[codec.BaseKey(id, codec.ClientKey(id))] = []byte{250, 1} }, sound.Notes},
		"a part of what they were":     {func(all map[string][]byte, id string) { delete(all, codec.BaseKey(id, codec.ClientKey(id))) }, sound.Notes},
		"none of what they were":       {base, sound.Notes},
		"what is on its way":           {func(all map[string][]byte, id string) { all[codec.SendingKey(id)] = []byte("{") }, sound.Notes},
		"a choice":                     {func(all map[string][]byte, id string) { all[codec.ApartKey(id, 1)] = []byte("{") }, sound.Choice},
		"the team":                     {func(all map[string][]byte, _ string) { all[codec.Hub] = []byte("{") }, sound.Team},
		"no team":                      {func(all map[string][]byte, _ string) { delete(all, codec.Hub) }, sound.Team},
		"a note of nobody":             {func(all map[string][]byte, _ string) { all[codec.HubKey("nobody")] = []byte{1, 1} }, sound.Stray},
		"what somebody was, of nobody": {func(all map[string][]byte, _ string) { all[codec.BaseKey("nobody", "client/nobody")] = []byte{1} }, sound.Stray},
		"a choice of nobody":           {func(all map[string][]byte, id string) { all[codec.ApartKey("nobody", 1)] = all[codec.ApartKey(id, 1)] }, sound.Choice},
	} {
		found := notes(one.change)
		kinds := []string{}
		for _, f := range found {
			kinds = append(kinds, strings.Fields(f)[0])
		}
		want := []string{}
		if one.kind != 0 {
			want = []string{strconv.Itoa(int(one.kind))}
		}
		if !slices.Equal(kinds, want) {
			t.Errorf("%s: found is %v", name, found)
		}
	}
}
