package bolt

import (
	"context"
	"errors"
	"io/fs"

	"go.etcd.io/bbolt"

	"kwi/store"
)

// Summary is what a check found in a sound file.
type Summary struct {
	Records int
	Rev     store.Rev
	Size    int64 // bytes of the file
}

// mostProblems is how many problems a check names before it stops looking.
const mostProblems = 20

// Check reads the whole file: every page of it is used once, every record is as it was written, and none is newer than
// the file. The error names the problems found and is an ErrDamaged. A file that does not exist is sound and empty.
// Nobody can write meanwhile.
func (s *Store) Check(ctx context.Context) (Summary, error) {
	var sum Summary
	err := s.attempt(ctx, false, func(u *use) (err error) {
		sum, err = u.check(ctx)
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return Summary{}, nil
	}
	return sum, err
}

// check walks through the pages itself first: bbolt's own check follows every number that it finds, on a goroutine where
// a fault would end the program.
func (u *use) check(ctx context.Context) (Summary, error) {
	var sum Summary
	info, err := u.file.Stat()
	if err != nil {
		return sum, err
	}
	sum.Size = info.Size()
	m, err := newImage(u.file, sum.Size)
	if err != nil {
		return sum, err
	}
	return sum, u.db.View(func(tx *bbolt.Tx) error {
		if err := identify(tx); err != nil {
			return err
		}
		sum.Rev = revision(tx)
		if sum.Records, err = m.checkAll(ctx, sum.Rev); err != nil {
			return err
		}
		var problems []error
		for problem := range tx.Check() {
			if len(problems) < mostProblems {
				problems = append(problems, broken("%v", problem))
			}
		}
		return errors.Join(problems...)
	})
}

// checkAll reads every page of the image and every record in it, and counts the records.
func (m image) checkAll(ctx context.Context, rev store.Rev) (records int, err error) {
	w, err := m.newWalk()
	if err != nil {
		return 0, err
	}
	var problems []error
	err = w.buckets(func(name string, bucket element) error {
		return w.records(bucket, func(e element) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			if e.bucket {
				return broken("bucket %q holds a bucket", name)
			}
			if name != string(recordsBucket) {
				return nil
			}
			records++
			at, _, err := decode(e.key, e.value)
			if err == nil && (at == 0 || at > rev) {
				err = broken("record %q has revision %d, the file %d", e.key, at, rev)
			}
			if err != nil {
				problems = append(problems, err)
			}
			if len(problems) == mostProblems {
				return errors.Join(problems...)
			}
			return nil
		})
	})
	if err == nil {
		err = errors.Join(problems...)
	}
	return records, err
}
