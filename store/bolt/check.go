package bolt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"go.etcd.io/bbolt"

	"kwi/store"
	"kwi/store/bolt/pages"
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
	err := s.attempt(ctx, shared, func(u *fileUse) (err error) {
		sum, err = u.check(ctx)
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return Summary{}, nil
	}
	return sum, err
}

// check walks through the pages first: bbolt's own check would follow any number that it finds, but knows more of the
// order of keys.
func (u *fileUse) check(ctx context.Context) (Summary, error) {
	var sum Summary
	info, err := u.file.Stat()
	if err != nil {
		return sum, err
	}
	sum.Size = info.Size()
	image, err := pages.Open(u.file, sum.Size)
	if err != nil {
		return sum, err
	}
	return sum, u.db.View(func(tx *bbolt.Tx) error {
		if err := identify(mapped{tx}); err != nil {
			return err
		}
		sum.Rev = revision(mapped{tx})
		if sum.Records, err = readAll(ctx, image, sum.Rev); err != nil {
			return err
		}
		problems := []error{checkSeal(tx)}
		for problem := range tx.Check() {
			if len(problems) < mostProblems {
				problems = append(problems, fmt.Errorf("%w: %w", store.ErrDamaged, problem))
			}
		}
		return errors.Join(problems...)
	})
}

// readAll reads every page and every record, and counts the records.
func readAll(ctx context.Context, image pages.File, rev store.Rev) (records int, err error) {
	walk := image.Walk(pages.Strict)
	if err := walk.Free(); err != nil {
		return 0, err
	}
	var problems []error
	err = walk.Buckets(func(name string, bucket pages.Element) error {
		return walk.Records(bucket, func(e pages.Element) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			if e.Bucket {
				return fmt.Errorf("%w: bucket %q holds a bucket", store.ErrDamaged, name)
			}
			if name != string(recordsBucket) {
				return nil
			}
			records++
			at, _, err := decodeStored(e.Key, e.Value)
			if err == nil && (at == 0 || at > rev) {
				err = fmt.Errorf("%w: record %q has revision %d, the file %d", store.ErrDamaged, e.Key, at, rev)
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
