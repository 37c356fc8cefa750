package codec

import (
	"reflect"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// Firm is the key of what the supplier keeps that is about no client.
const Firm = "file/firm"

// EncodeFirm is what the supplier keeps, as a record. It has versions of its
// own.
func EncodeFirm(f account.Firm) []byte {
	return writeRecord(func(x *fieldCoder) { f.Walk(x) })
}

// DecodeFirm reads it; no record is nothing.
func DecodeFirm(record []byte) (f account.Firm, err error) {
	if len(record) == 0 {
		return f, nil
	}
	if err = readUpTo(account.NewestFirm, Firm, record, func(x *fieldCoder) { f.Walk(x) }); err != nil {
		return account.Firm{}, err
	}
	if len(f.Flaws()) > 0 || !reflect.DeepEqual(f, f.Tidy()) {
		return account.Firm{}, fault.New(fault.Damaged, Firm)
	}
	return f, nil
}
