package bolt

import (
	"bytes"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"

	"kwi/store"
)

// A seal stands in the file twice, as a record and among what the file says of itself, which is on another page: without it
// nothing in the file can be read any more. Files that were locked before that was so get the second at their next save.

// readSeal is the seal of a file from whichever of the two is as it was written; nil where there is none.
func readSeal(v view) ([]byte, error) {
	var failed error
	for _, bucket := range [][]byte{recordsBucket, metaBucket} {
		stored := sealIn(v, bucket)
		if stored == nil {
			continue
		}
		_, seal, err := decodeStored(sealKey, stored)
		if err == nil {
			return bytes.Clone(seal), nil
		}
		failed = errors.Join(failed, err)
	}
	if failed != nil {
		failed = fmt.Errorf("%w: %w", ErrSealLost, failed)
	}
	return nil, failed
}

// ErrSealLost means that a file has a seal and that it cannot be read in either place. It is an ErrDamaged as well.
var ErrSealLost = errors.New("the seal cannot be read")

// sealIn is the seal as it is stored among the records, or beside them; nil where there is none.
func sealIn(v view, bucket []byte) []byte {
	if bytes.Equal(bucket, recordsBucket) {
		return v.get(bucket, sealKey)
	}
	return v.get(bucket, sealCopyKey)
}

// putSeal puts a seal, as it is stored, in both places.
func putSeal(tx *bbolt.Tx, stored []byte) error {
	return errors.Join(tx.Bucket(recordsBucket).Put(sealKey, stored), tx.Bucket(metaBucket).Put(sealCopyKey, stored))
}

// doubleSeal puts the second where there is only the record.
func doubleSeal(tx *bbolt.Tx) error {
	if seal := sealIn(mapped{tx}, recordsBucket); seal != nil && sealIn(mapped{tx}, metaBucket) == nil {
		if _, _, err := decodeStored(sealKey, seal); err == nil {
			return tx.Bucket(metaBucket).Put(sealCopyKey, bytes.Clone(seal))
		}
	}
	return nil
}

// checkSeal says whether both seals are there, whole and the same, as far as a file has two.
func checkSeal(tx *bbolt.Tx) error {
	second := sealIn(mapped{tx}, metaBucket)
	if second == nil {
		return nil
	}
	if _, _, err := decodeStored(sealKey, second); err != nil {
		return fmt.Errorf("%w (the second)", err)
	}
	if !bytes.Equal(sealIn(mapped{tx}, recordsBucket), second) {
		return fmt.Errorf("%w: record %q is not what stands beside it", store.ErrDamaged, sealKey)
	}
	return nil
}
