package codec_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/due"
	"kwi/internal/portable"
	"kwi/internal/portfolio"
)

// TestRecordsOfEveryVersion holds the records to what data files are full of.
// When it fails because a field was added, let that field be gone through from
// the next version on, and give that version a fixture of its own: a client
// behind an empty line, before which KWI_FIXTURE=1 writes its records.
func TestRecordsOfEveryVersion(t *testing.T) {
	for version := byte(1); version <= account.NewestRecord; version++ {
		encode := codec.Encode
		if version < 5 {
			encode = codec.EncodeUndivided // what has to be told from what a step changed
		}
		name := fmt.Sprintf("testdata/version-%d.txt", version)
		t.Run(name, func(t *testing.T) { recordsOf(t, version, name, encode) })
	}
}

func recordsOf(t *testing.T, version byte, name string, encode func(account.Client) map[string][]byte) {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	then, client, _ := strings.Cut(string(data), "\n\n")
	f, err := portable.Read(strings.NewReader(client))
	if err != nil {
		t.Fatal(err)
	}
	c := f.Clients[0]
	records := encode(c)
	records[codec.SummaryKey(c.ID)] = codec.SummaryOf(&c, 300)
	var now strings.Builder
	highest := byte(0)
	for _, key := range slices.Sorted(maps.Keys(records)) {
		if key != codec.SummaryKey(c.ID) { // which has versions of its own
			highest = max(highest, records[key][0])
		}
		fmt.Fprintln(&now, key, base64.StdEncoding.EncodeToString(records[key]))
	}
	if highest != version {
		t.Errorf("the highest version is %d", highest)
	}
	if os.Getenv("KWI_FIXTURE") != "" {
		then = now.String()
		if err := os.WriteFile(name, []byte(then+"\n"+client), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept := map[string][]byte{}
	for line := range strings.Lines(then) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		if kept[key], err = base64.StdEncoding.DecodeString(value); err != nil {
			t.Fatal(err)
		}
		if older := key == codec.SummaryKey(c.ID) && kept[key][0] < records[key][0]; !older && !bytes.Equal(kept[key], records[key]) {
			t.Errorf("%s is written otherwise", key)
		}
	}
	s, err := codec.DecodeSummary(c.ID, kept[codec.SummaryKey(c.ID)])
	if err != nil || s.Last != 300 || s.Line.Name != c.Name {
		t.Error(s, err)
	}
	d, known, err := codec.DecodeDue(c.ID, kept[codec.SummaryKey(c.ID)])
	if want := due.Of(&c); err != nil || known == s.Old || d.Name != c.Name || known && !reflect.DeepEqual(d, want) {
		t.Errorf("%v, known %t: %v", err, known, d)
	}
	first := kept[codec.SummaryKey(c.ID)][0] == 1
	if want := slices.DeleteFunc(portfolio.Of(&c).Due, func(d due.Day) bool {
		return first && (d.On == "" || d.Kind != due.Action && d.Kind != due.Session)
	}); !reflect.DeepEqual(s.Line.Due, want) && len(s.Line.Due)+len(want) > 0 {
		t.Errorf("the summary tells of %v, not %v", s.Line.Due, want)
	}
	delete(kept, codec.SummaryKey(c.ID))
	if back, err := codec.Decode(kept); err != nil || !reflect.DeepEqual(back, c) {
		t.Error("what was written then reads as something else:", err)
	}
}
