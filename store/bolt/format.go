package bolt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"

	"go.etcd.io/bbolt"

	"kwi/store"
)

// Version is the version of the file format that this program writes. Version 2 is:
//
//	bucket "kwi"      "format" → "kwi store", "version" → number, "rev" → number, "floor" → number
//	bucket "records"  key → CRC-32C of the key and all that follows (4 bytes), number of its revision, value
//	bucket "log"      number of a revision → the keys it changed, sorted, each with its length before it as uvarint
//
// Beside "rev" may stand "restored", the revision at which a copy was last put in the place of the file; "anew", that at
// which the file was last written anew, so that nothing that had been removed is left in it; "seal", which is the record of
// the seal once more, on another page; and "leaving", while another file is about to take the place of this one.
//
// A number is 8 bytes, big-endian. The log tells every change after the floor. Version 1 had neither log nor floor.
const Version = 2

const formatName = "kwi store"

var (
	metaBucket    = []byte("kwi")
	recordsBucket = []byte("records")
	logBucket     = []byte("log")

	formatKey  = []byte("format")
	versionKey = []byte("version")
	revKey     = []byte("rev")
	floorKey   = []byte("floor")

	restoredKey = []byte("restored")
	anewKey     = []byte("anew")
	sealCopyKey = []byte("seal")
	leavingKey  = []byte("leaving")

	castagnoli = crc32.MakeTable(crc32.Castagnoli)
)

// errOlder is met inside this package only: the file has to be migrated before it is used.
var errOlder = errors.New("older format")

const headSize = 12

func encodeNumber(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

// readMeta returns a number of the meta bucket; one that is not there reads as 0.
func readMeta(v view, key []byte) uint64 {
	n := v.get(metaBucket, key)
	if len(n) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(n)
}

func revision(v view) store.Rev { return store.Rev(readMeta(v, revKey)) }

// checksum covers the key and all of a stored record behind the checksum itself.
func checksum(key, rest []byte) uint32 {
	return crc32.Update(crc32.Checksum(key, castagnoli), castagnoli, rest)
}

func encode(key string, rev store.Rev, value []byte) []byte {
	stored := make([]byte, headSize, headSize+len(value))
	binary.BigEndian.PutUint64(stored[4:], uint64(rev))
	stored = append(stored, value...)
	binary.BigEndian.PutUint32(stored, checksum([]byte(key), stored[4:]))
	return stored
}

// decodeStored takes a stored record apart. The checksum is why a record is never given out other than it was put: bbolt
// itself keeps none of its pages.
func decodeStored(key, stored []byte) (store.Rev, []byte, error) {
	if len(stored) < headSize {
		return 0, nil, fmt.Errorf("%w: record %q is cut off", store.ErrDamaged, key)
	}
	if checksum(key, stored[4:]) != binary.BigEndian.Uint32(stored) {
		return 0, nil, fmt.Errorf("%w: record %q is not as it was written", store.ErrDamaged, key)
	}
	return store.Rev(binary.BigEndian.Uint64(stored[4:])), stored[headSize:len(stored):len(stored)], nil
}

func encodeKeys(keys []string) []byte {
	var b []byte
	for _, key := range keys {
		b = binary.AppendUvarint(b, uint64(len(key)))
		b = append(b, key...)
	}
	return b
}

func decodeKeys(b []byte) ([]string, error) {
	var keys []string
	for len(b) > 0 {
		n, used := binary.Uvarint(b)
		if used <= 0 || n > uint64(len(b)-used) {
			return nil, fmt.Errorf("%w: the log of changes is cut off", store.ErrDamaged)
		}
		keys = append(keys, string(b[used:used+int(n)]))
		b = b[used+int(n):]
	}
	return keys, nil
}

// identify says whether a bbolt file is ours and of the version that this program writes.
func identify(v view) error {
	if string(v.get(metaBucket, formatKey)) != formatName {
		return fmt.Errorf("%w: a bbolt file of another program", store.ErrForeign)
	}
	switch version := readMeta(v, versionKey); {
	case version > Version:
		return fmt.Errorf("%w: format %d, this program knows up to %d", store.ErrNewer, version, Version)
	case version == 0:
		return fmt.Errorf("%w: the version is missing", store.ErrDamaged)
	case version < Version:
		return errOlder
	}
	if !v.has(recordsBucket) || !v.has(logBucket) || readMeta(v, floorKey) > readMeta(v, revKey) {
		return fmt.Errorf("%w: a part of the file is missing", store.ErrDamaged)
	}
	return nil
}

// foundStore writes the buckets of an empty store of the current version.
func foundStore(tx *bbolt.Tx) error {
	for _, name := range [][]byte{metaBucket, recordsBucket, logBucket} {
		if _, err := tx.CreateBucket(name); err != nil {
			return err
		}
	}
	meta := tx.Bucket(metaBucket)
	return errors.Join(meta.Put(formatKey, []byte(formatName)), meta.Put(versionKey, encodeNumber(Version)),
		meta.Put(revKey, encodeNumber(0)), meta.Put(floorKey, encodeNumber(0)))
}
