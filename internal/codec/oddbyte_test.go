package codec_test

import (
	"maps"
	"reflect"
	"testing"

	"kwi/internal/account"
	"kwi/internal/codec"
)

// Whatever one byte of a record is changed to, under whatever version: it is
// refused, or it is another client whose records are these bytes. So nothing
// is read in one way and written in another.
func TestAChangedByteIsRefusedOrReadsBack(t *testing.T) {
	c := account.Client{ID: "x", Name: "X", Respondents: []account.Respondent{{Initials: "KK"}}, Cycles: []account.Cycle{{Name: "2011H1", Stage: account.Measure,
		Answers: map[account.Initials]account.Sheet{"KK": {{Question: account.QuestionCode{KWI: 1, Serial: 2}, Grade: 8, Relevance: account.Less}, {Question: account.QuestionCode{KWI: 4, Serial: 1}, Grade: 10}}}}}, Plans: []account.Plan{{Year: 2011}}}
	for _, encode := range []func(account.Client) map[string][]byte{codec.Encode, codec.EncodeUndivided} {
		records := encode(c)
		for key, record := range records {
			for _, version := range []byte{record[0], 5, account.NewestRecord} {
				for at := range record {
					for value := range 256 {
						changed := maps.Clone(records)
						odd := append([]byte{version}, record[1:]...)
						odd[at] = byte(value)
						changed[key] = odd
						got, err := codec.Decode(changed)
						if err != nil {
							continue
						}
						if again := encode(got); !reflect.DeepEqual(again, changed) {
							t.Fatalf("%s, byte %d is %d: %q, was %q", key, at, value, again[key], odd)
						}
					}
				}
			}
		}
	}
}
