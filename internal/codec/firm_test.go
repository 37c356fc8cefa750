package codec_test

import (
	"encoding/base64"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/codec"
	"kwi/internal/fault"
)

// firms are what the record of a firm was written as, by its version.
var firms = map[string]account.Firm{
	"AQEEQW5uYQdTZXJ2aWNlCjIwMjYtMTEtMjAFb25lCjIDeWVzCHNlcnZpbmcuBGFiLmM=": {Scans: []account.Scan{{
		ScanKey: account.ScanKey{Who: "Anna", Team: "Service", Date: "2026-11-20"}, Clients: "one\n2", Sees: "yes", Goal: "serving.", Answers: "ab.c",
	}}},
	"AgABCW93bi1zdGFydAljaGVja2xpc3QFU3RhcnQPQmVmb3JlCndlIGJlZ2luAgEDb25lAwN0d28ECjIwMjYtMTEtMjA=": {
		Library: account.Shelf{{ID: "own-start", Kind: account.OwnChecklist, Title: "Start", Text: "Before\nwe begin", Items: []account.OwnItem{{Number: 1, Text: "one"}, {Number: 3, Text: "two"}}, LastItem: 4, Withdrawn: "2026-11-20"}},
	},
}

func TestFirmsOfEveryVersion(t *testing.T) {
	highest := byte(0)
	for then, f := range firms {
		now := codec.EncodeFirm(f)
		highest = max(highest, now[0])
		if base64.StdEncoding.EncodeToString(now) != then {
			t.Errorf("it is written otherwise: %s", base64.StdEncoding.EncodeToString(now))
		}
		record, _ := base64.StdEncoding.DecodeString(then)
		if back, err := codec.DecodeFirm(record); err != nil || !reflect.DeepEqual(back, f) {
			t.Error(back, err)
		}
		if _, err := codec.DecodeFirm(record[:len(record)-1]); !fault.Has(err, fault.Damaged) {
			t.Error("a record that was cut is read")
		}
		record[0] = account.NewestFirm + 1
		if _, err := codec.DecodeFirm(record); !fault.Has(err, fault.Newer) {
			t.Error(err)
		}
	}
	if highest != account.NewestFirm {
		t.Errorf("version %d has no record here: write one", account.NewestFirm)
	}
	if f, err := codec.DecodeFirm(nil); err != nil || !f.Empty() {
		t.Error(f, err)
	}
}

func TestAnyScansReadBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := accounttest.Scans(t)
		if back, err := codec.DecodeFirm(codec.EncodeFirm(f)); err != nil || !reflect.DeepEqual(back, f) {
			t.Fatalf("%v\n%+v\n%+v", err, f, back)
		}
	})
}
