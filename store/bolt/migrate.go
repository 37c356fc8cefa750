package bolt

import "go.etcd.io/bbolt"

// migrations lead from each version of the format to the next: the first from version 1 to 2, and so on. All that a
// file needs run in one transaction, so that it is either as it was or up to date.
var migrations = []func(*bbolt.Tx) error{addLog}

// migrate brings an older file to the current version.
func migrate(tx *bbolt.Tx) error {
	for version := readMeta(mapped{tx}, versionKey); version < Version; version++ {
		if err := migrations[version-1](tx); err != nil {
			return err
		}
	}
	return tx.Bucket(metaBucket).Put(versionKey, encodeNumber(Version))
}

// addLog leads from version 1 to 2: what changed before is not known, so the log begins at the current revision.
func addLog(tx *bbolt.Tx) error {
	if _, err := tx.CreateBucketIfNotExists(logBucket); err != nil {
		return err
	}
	return tx.Bucket(metaBucket).Put(floorKey, encodeNumber(readMeta(mapped{tx}, revKey)))
}
