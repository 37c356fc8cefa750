package codec_test

import (
	"bytes"
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/codec"
	"kwi/internal/due"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/portfolio"
)

func TestClientsComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		records := codec.Encode(c)
		back, err := codec.Decode(records)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(c, back) {
			t.Fatalf("got %+v, want %+v", back, c)
		}
		if !reflect.DeepEqual(records, codec.Encode(back)) {
			t.Fatal("equal clients, other bytes")
		}
		undivided := codec.EncodeUndivided(c)
		if back, err = codec.Decode(undivided); err != nil || !reflect.DeepEqual(c, back) {
			t.Fatal("undivided", err)
		}
		for _, records := range []map[string][]byte{records, undivided} {
			contents, err := codec.ContentsOf("x", records["client/x"])
			if err != nil || len(contents.Keys("x")) != len(records) {
				t.Fatal(contents, err)
			}
			for _, key := range contents.Keys("x") {
				if records[key] == nil {
					t.Fatal(key, "is missing")
				}
				lacks := maps.Clone(records)
				if delete(lacks, key); !fault.Has(second(codec.Decode(lacks)), fault.Damaged) {
					t.Fatal("it is not seen that there is no", key)
				}
			}
		}
	})
}

func second[T any](_ T, err error) error { return err }

// TestOnlyTheAnswersOfWhoAnsweredAreWrittenAnew: that is why each respondent
// has a record of their own.
func TestOnlyTheAnswersOfWhoAnsweredAreWrittenAnew(t *testing.T) {
	c := accounttest.Typical("x")
	c.Newest().Stage = account.Measure
	before := codec.Encode(c)
	q := c.Newest().Answers["R2"][0].Question
	for name, change := range map[string]func() error{
		"grade":  func() error { return c.Answer("", "R2", account.Answer{Question: q, Grade: 1}, "2011-01-01") },
		"nps":    func() error { return c.AnswerNPS("", "R2", &account.NPS{Score: 1}) },
		"remark": func() error { return c.Remark("", "R2", "other", true) },
	} {
		if err := change(); err != nil {
			t.Fatal(name, err)
		}
		after := codec.Encode(c)
		for key := range after {
			if !bytes.Equal(before[key], after[key]) != (key == codec.AnswersKey("x", c.Newest().Name, "R2")) {
				t.Error(name, "is told by", key)
			}
		}
		before = after
	}
}

// TestACycleIsDividedWhileItIsOpen: what is closed does not change, and one
// record of it is read sooner than eight.
func TestACycleIsDividedWhileItIsOpen(t *testing.T) {
	c := account.Client{ID: "x", Respondents: []account.Respondent{{Initials: "KK"}, {Initials: "AA"}}, Cycles: []account.Cycle{
		{Name: "2010H2", Stage: account.Closed, Remarks: map[account.Initials]string{"KK": "well"}}, {Name: "2011H1", Remarks: map[account.Initials]string{"AA": "well"}}}}
	keys := slices.Sorted(maps.Keys(codec.Encode(c)))
	if want := []string{"answers/x/2010H2", "answers/x/2011H1/AA", "answers/x/2011H1/KK", "client/x", "cycle/x/2010H2", "cycle/x/2011H1"}; !slices.Equal(keys, want) {
		t.Error(keys)
	}
	c.Cycles[1].Stage = account.Closed
	if closed := codec.Encode(c); !reflect.DeepEqual(closed, codec.EncodeUndivided(c)) {
		t.Error("closed cycles are divided")
	}
}

func TestUntidyClientsGiveTheSameBytes(t *testing.T) {
	c := account.Client{ID: "x", Cycles: []account.Cycle{{Name: "2011H1", NPS: map[account.Initials]account.NPS{"KK": {}}}}, Plans: []account.Plan{{Year: 2011}}}
	u := c.Clone()
	y := &u.Cycles[0]
	y.Assigned = map[account.Initials][]account.QuestionCode{"KK": {}}
	y.Answers = map[account.Initials]account.Sheet{"KK": {}}
	y.Tested = map[account.Initials]account.Date{"KK": ""}
	y.Sent = map[account.Initials][]account.Date{"KK": nil}
	y.Remarks = map[account.Initials]string{}
	y.Notes = []account.Note{}
	u.Plans[0].Numbers = map[int]account.YearNumbers{2010: {Actual: &account.Figures{}}}
	if !reflect.DeepEqual(codec.Encode(c), codec.Encode(u)) {
		t.Error("other bytes")
	}
	back, err := codec.Decode(codec.Encode(u))
	if err != nil || !reflect.DeepEqual(back, c) || !reflect.DeepEqual(u.Tidy(), c) {
		t.Errorf("%+v, %v", back, err)
	}
}

// TestImagesAreOnlyWhatTheRecordsHold: a cycle is on both sides of a step that gave
// it records of answers or took them away, and on one side of a step that made it.
func TestImagesAreOnlyWhatTheRecordsHold(t *testing.T) {
	c := account.Client{ID: "x", Name: "X", Cycles: []account.Cycle{{Name: "2011H1", Place: "here", Remarks: map[account.Initials]string{"KK": "well"}}}}
	records := codec.Encode(c)
	maps.Copy(records, codec.EncodeUndivided(c))
	there := func(key string) map[string][]byte { return map[string][]byte{key: records[key]} }
	said := account.Client{Cycles: []account.Cycle{{Name: "2011H1", Remarks: map[account.Initials]string{"KK": "well"}}}}
	unsaid := account.Client{Cycles: []account.Cycle{{Name: "2011H1"}}}
	for key, want := range map[string][2]account.Client{
		"answers/x/2011H1":    {said, unsaid},
		"answers/x/2011H1/KK": {said, unsaid},
		"client/x":            {{ID: "x", Name: "X"}, {}},
		"cycle/x/2011H1":      {{Cycles: []account.Cycle{{Name: "2011H1", Place: "here"}}}, {}},
	} {
		for _, turned := range []bool{false, true} {
			was, is := there(key), map[string][]byte{}
			if turned {
				was, is = is, was
			}
			before, after, err := codec.Image(was, is)
			if turned {
				before, after = after, before
			}
			if err != nil || !reflect.DeepEqual(before, want[0]) || !reflect.DeepEqual(after, want[1]) {
				t.Errorf("%s: %+v, %+v, %v", key, before, after, err)
			}
		}
	}
}

func TestSummariesComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		s := codec.Summary{Last: rapid.Uint64().Draw(t, "last"), Line: portfolio.Of(&c)}
		record := codec.SummaryOf(&c, s.Last)
		back, err := codec.DecodeSummary("x", record)
		if err != nil || !reflect.DeepEqual(s, back) {
			t.Fatalf("%+v\n%+v\n%v", s, back, err)
		}
		d, known, err := codec.DecodeDue("x", record)
		if want := due.Of(&c); err != nil || !known || !reflect.DeepEqual(d, want) {
			t.Fatalf("%+v\n%+v\n%v", want, d, err)
		}
	})
}

func TestDraftsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draft := rapid.Custom(func(t *rapid.T) hand.Draft {
			d := hand.Draft{Place: rapid.String().Draw(t, "place"), Field: rapid.String().Draw(t, "field"), Text: rapid.String().Draw(t, "text"), At: "2026-11-21T14:02"}
			if n := rapid.MapOfN(rapid.String(), rapid.String(), 0, 3).Draw(t, "values"); len(n) > 0 {
				d.Values = n
			}
			return d
		})
		drafts := rapid.SliceOfN(draft, 1, 4).Draw(t, "drafts")
		back, err := codec.DecodeDrafts("draft/x/n", codec.EncodeDrafts(drafts))
		if err != nil || !reflect.DeepEqual(drafts, back) {
			t.Fatalf("%+v\n%+v\n%v", drafts, back, err)
		}
	})
}

func TestStepsLeadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.SliceOfN(rapid.SampledFrom([]byte("ab")), 0, 6)
		side := rapid.MapOfN(rapid.SampledFrom([]string{"client/x", "cycle/x/2011H1", "plan/x/2011", "answers/x/2011H1"}), value, 0, 4)
		before, after := side.Draw(t, "before"), side.Draw(t, "after")
		step := hand.Step{ID: "n.1", Kind: hand.Undo, Takes: 3, Label: hand.Label{Key: "a.b", Args: []string{"c", ""}}, Group: "g"}
		version := byte(1)
		if rapid.Bool().Draw(t, "with IDs") {
			step.Taken, version = []string{"m.3", "m.2", "m.1"}, 9
		}
		if rapid.Bool().Draw(t, "with when and where") {
			step.At, version = "2026-11-26T14:02", 18
			step.Where = hand.Window{Run: "r", Computer: "LAPTOP", User: "Joe", Command: "collect"}
		}
		record := codec.EncodeStep(step, before, after)
		if record[0] != version {
			t.Fatalf("it is of version %d", record[0])
		}
		s, err := codec.DecodeStep("step/x/1", record)
		if err != nil || !reflect.DeepEqual(s.Step, step) {
			t.Fatal(s, err)
		}
		now := map[string][]byte{}
		for k, v := range after {
			now[k] = v
		}
		if err := s.Back(now, s.Touched()); err != nil {
			t.Fatal(err)
		}
		if len(now) != len(before) {
			t.Fatalf("%q, want %q", now, before)
		}
		for k, v := range before {
			if !bytes.Equal(now[k], v) {
				t.Fatalf("%q, want %q", now, before)
			}
		}
	})
}

func TestBackRefusesWhatTheStepDidNotLeave(t *testing.T) {
	rec := codec.EncodeStep(hand.Step{}, map[string][]byte{"k": []byte("before it")}, map[string][]byte{"k": []byte("after it")})
	s, err := codec.DecodeStep("step", rec)
	if err != nil {
		t.Fatal(err)
	}
	for _, now := range []map[string][]byte{{}, {"k": []byte("")}, {"k": []byte("x")}, {"k": []byte("after if")}} {
		if err := s.Back(now, []string{"k"}); !fault.Has(err, fault.Damaged) {
			t.Errorf("%q: %v", now, err)
		}
	}
	if err := s.Back(map[string][]byte{}, nil); err != nil {
		t.Error(err)
	}
}

func TestOddRecordsAreFaults(t *testing.T) {
	c := account.Client{ID: "x", Respondents: []account.Respondent{{Initials: "KK"}}, Cycles: []account.Cycle{{Name: "2011H1"}}, Plans: []account.Plan{{Year: 2011}}}
	good := codec.Encode(c)
	for name, spoil := range map[string]func(map[string][]byte){
		"no answers of somebody": func(r map[string][]byte) { delete(r, "answers/x/2011H1/KK") },
		"somebody else's instead": func(r map[string][]byte) {
			r["answers/x/2011H1/KL"] = r["answers/x/2011H1/KK"]
			delete(r, "answers/x/2011H1/KK")
		},
		"undivided ones instead": func(r map[string][]byte) {
			r["answers/x/2011H1"] = codec.EncodeUndivided(c)["answers/x/2011H1"]
			delete(r, "answers/x/2011H1/KK")
		},
		"undivided ones as well": func(r map[string][]byte) { r["answers/x/2011H1"] = codec.EncodeUndivided(c)["answers/x/2011H1"] },
		"no cycle":               func(r map[string][]byte) { delete(r, "cycle/x/2011H1") },
		"a cycle too many":       func(r map[string][]byte) { r["cycle/x/2011H2"] = r["cycle/x/2011H1"] },
		"no plan":                func(r map[string][]byte) { delete(r, "plan/x/2011") },
		"no client":              func(r map[string][]byte) { delete(r, "client/x") },
		"somebody else's":        func(r map[string][]byte) { r["plan/y/2011"] = r["plan/x/2011"] },
		"a bad key":              func(r map[string][]byte) { r["plan/x/02011"] = r["plan/x/2011"] },
		"a record of no client":  func(r map[string][]byte) { r["file/supplier"] = nil },
		"an empty record":        func(r map[string][]byte) { r["client/x"] = nil },
		"bytes too many":         func(r map[string][]byte) { r["client/x"] = append(r["client/x"], 0) },
		"bytes too few":          func(r map[string][]byte) { r["client/x"] = r["client/x"][:9] },
		"version 0":              func(r map[string][]byte) { r["client/x"][0] = 0 },
		"a summary":              func(r map[string][]byte) { r["summary/x"] = codec.EncodeSummary(codec.Summary{}, due.Client{}) },
	} {
		r := map[string][]byte{}
		for k, v := range good {
			r[k] = bytes.Clone(v)
		}
		spoil(r)
		if got, err := codec.Decode(r); !fault.Has(err, fault.Damaged) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	good["plan/x/2011"][0] = account.NewestRecord + 1
	if _, err := codec.Decode(good); !fault.Has(err, fault.Newer) {
		t.Error("a newer record:", err)
	}
}

func TestKeysComeApart(t *testing.T) {
	for _, key := range []string{"client/a-1", "cycle/a/2011H1", "answers/a/2011H2", "answers/a/2011H2/KK", "plan/a/0999", "summary/a", codec.StepKey("a", 1<<40)} {
		k, ok := codec.Parse(key)
		if !ok || k.Client == "" {
			t.Error(key, k)
		}
	}
	for _, key := range []string{"", "client", "client/", "client/A", "client/a/b", "cycle/a", "cycle/a/2011", "answers/a/2011H2/", "answers/a/2011", "plan/a/x", "plan/a/-1", "summary/!switch", "step/a/1", "step/a/zz", "piece/a/1"} {
		if k, ok := codec.Parse(key); ok {
			t.Error(key, k)
		}
	}
	if codec.StepKey("a", 9) > codec.StepKey("a", 10) {
		t.Error("the order of keys is not that of numbers")
	}
}

func FuzzDecode(f *testing.F) {
	c := account.Client{ID: "x", Name: "X", Respondents: []account.Respondent{{Initials: "KK"}}, Cycles: []account.Cycle{{Name: "2011H1", Stage: account.Measure,
		Answers: map[account.Initials]account.Sheet{"KK": {{Question: account.QuestionCode{KWI: 1, Serial: 2}, Grade: 8, Relevance: account.Less}, {Question: account.QuestionCode{KWI: 4, Serial: 1}, Grade: 10}}}}}, Plans: []account.Plan{{Year: 2011}}}
	r := codec.Encode(c)
	f.Add(r["client/x"], r["cycle/x/2011H1"], r["answers/x/2011H1/KK"], r["plan/x/2011"], false)
	r = codec.EncodeUndivided(c)
	f.Add(r["client/x"], r["cycle/x/2011H1"], r["answers/x/2011H1"], r["plan/x/2011"], true)
	f.Fuzz(func(t *testing.T, client, cycle, answers, plan []byte, undivided bool) {
		key, encode := "answers/x/2011H1/KK", codec.Encode
		if undivided {
			key, encode = "answers/x/2011H1", codec.EncodeUndivided
		}
		records := map[string][]byte{"client/x": client, "cycle/x/2011H1": cycle, key: answers, "plan/x/2011": plan}
		got, err := codec.Decode(records)
		if err != nil {
			if !fault.Has(err, fault.Damaged, fault.Newer) {
				t.Fatal(err)
			}
			return
		}
		if again := encode(got); !reflect.DeepEqual(again, records) {
			t.Fatalf("%q, was %q", again, records)
		}
	})
}

func FuzzSummary(f *testing.F) {
	day := due.Item{Kind: due.Action, At: "2011-01-01", Number: "2011-01"}
	f.Add(codec.EncodeSummary(codec.Summary{Last: 3, Line: portfolio.Line{Name: "N", Due: []due.Day{day.Day()}}}, due.Client{Items: []due.Item{day}}), codec.EncodeStep(hand.Step{ID: "a"}, map[string][]byte{"a": []byte("b")}, map[string][]byte{"a": []byte("cb")}))
	f.Fuzz(func(t *testing.T, summary, step []byte) {
		s, err := codec.DecodeSummary("x", summary)
		if d, known, wrong := codec.DecodeDue("x", summary); err == nil && wrong == nil && known && !bytes.Equal(codec.EncodeSummary(s, d), summary) {
			t.Fatalf("%+v, %+v", s, d)
		} else if err != nil && wrong == nil {
			t.Fatalf("%+v, but no line: %v", d, err)
		}
		if s, err := codec.DecodeStep("step/x/1", step); err == nil {
			_ = s.Back(map[string][]byte{"a": []byte("cb")}, s.Touched())
		}
	})
}

// What a stage needs first stands in the summary as it was made, and a summary cut
// off anywhere in it is refused.
func TestASummaryTellsWhatIsNeeded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		record := codec.SummaryOf(&c, 7)
		s, err := codec.DecodeSummary("x", record)
		if want := portfolio.Of(&c).Needs; err != nil || !reflect.DeepEqual(s.Line.Needs, want) {
			t.Fatalf("%v, not %v: %v", s.Line.Needs, want, err)
		}
		_, _, whole := codec.DecodeDue("x", record)
		cut := rapid.IntRange(1, len(record)-1).Draw(t, "cut")
		if _, _, err := codec.DecodeDue("x", record[:cut]); whole != nil || err == nil {
			t.Fatalf("whole %v, cut at %d of %d: %v", whole, cut, len(record), err)
		}
	})
}

// A summary that the versions just before wrote, which was laid out as now, reads as
// one of then, so that it is made anew from its client.
func TestASummaryOfBeforeIsMadeAnew(t *testing.T) {
	c := account.Client{ID: "x", Name: "Then"}
	for _, version := range []byte{9, 10, 11} {
		record := codec.SummaryOf(&c, 7)
		record[0] = version
		s, err := codec.DecodeSummary("x", record)
		_, known, wrong := codec.DecodeDue("x", record)
		if err != nil || wrong != nil || known || !s.Old || s.Line.Name != c.Name || s.Last != 7 {
			t.Errorf("version %d: %+v, known %t: %v, %v", version, s, known, err, wrong)
		}
	}
}
