package bolt

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"

	"go.etcd.io/bbolt"

	"kwi/internal/wholefile"
	"kwi/store"
)

// compactAtOnce is how many bytes of records a copy takes in one transaction: some megabytes are quick and do not fill
// the memory.
const compactAtOnce = 8 << 20

// compactFill is how full the pages of a copy become: its records come in the order of their keys.
const compactFill = 0.9

// compactor copies what lives in one file to another.
type compactor struct {
	ctx  context.Context
	to   *bbolt.DB
	tx   *bbolt.Tx // of the copy
	wait int       // bytes in it

	told        func(done, all int) // hears of megabytes; may be nil
	copied, all int64

	anew bool // the copy takes the place of the file: it says since when, and a record that is damaged stays as it is

	failed error // of the copy itself, so that it is not taken for one of the file that is copied
}

// compact writes what lives in the file in use to a draft in folder, durable, and returns its name: every record, and
// neither the free pages, on which what was removed can still be read, nor the log of changes, whose keys name it.
// The file may be of an older version and stays so.
func (u *fileUse) compact(ctx context.Context, folder string, told func(done, all int)) (name string, err error) {
	return (&compactor{ctx: ctx, told: told}).draft(u, folder)
}

// draft is compact.
func (c *compactor) draft(u *fileUse, folder string) (name string, err error) {
	var reading error
	name, err = wholefile.Draft(folder, func(f *os.File) error {
		c.to, c.failed = bbolt.Open(f.Name(), 0o600, &bbolt.Options{NoStatistics: true, NoSync: true, NoGrowSync: true})
		if c.failed != nil {
			return c.failed
		}
		reading = c.read(u.db)
		size := c.close()
		if c.failed == nil && reading == nil {
			c.failed = f.Truncate(size)
		}
		return errors.Join(c.failed, reading)
	})
	if reading != nil && c.failed == nil {
		return "", reading
	}
	return name, explain(err, folder, true)
}

// read copies all of a file, whose faults and panics become ErrDamaged as in every use.
func (c *compactor) read(from *bbolt.DB) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("%w: %w", store.ErrDamaged, panicked(cause))
		}
	}()
	return from.View(c.file)
}

// close ends the copy and returns how long it says it is: pages that were given back at once were never written, and
// some systems make the file longer.
func (c *compactor) close() (size int64) {
	if c.tx != nil {
		_ = c.tx.Rollback()
	}
	viewing := c.to.View(func(tx *bbolt.Tx) error { size = tx.Size(); return nil })
	if err := errors.Join(viewing, c.to.Close()); c.failed == nil {
		c.failed = err
	}
	return size
}

// file copies all buckets of a file.
func (c *compactor) file(tx *bbolt.Tx) error {
	c.all = tx.Size()
	logged := tx.Bucket(logBucket) != nil
	err := tx.ForEach(func(name []byte, from *bbolt.Bucket) error {
		if err := c.begin(); err != nil {
			return err
		}
		if _, c.failed = c.tx.CreateBucket(bytes.Clone(name)); c.failed != nil {
			return c.failed
		}
		if bytes.Equal(name, logBucket) {
			return nil
		}
		return c.bucket(bytes.Clone(name), from)
	})
	if err == nil {
		err = c.begin()
	}
	if err == nil && logged {
		now := encodeNumber(uint64(revision(mapped{tx})))
		if c.failed = c.tx.Bucket(metaBucket).Put(floorKey, now); c.failed == nil && c.anew {
			c.failed = c.tx.Bucket(metaBucket).Put(anewKey, now)
		}
		err = c.failed
	}
	if err != nil {
		return err
	}
	return c.commit()
}

func (c *compactor) bucket(name []byte, from *bbolt.Bucket) error {
	records := bytes.Equal(name, recordsBucket)
	to := c.tx.Bucket(name)
	return from.ForEach(func(key, value []byte) error {
		switch {
		case c.ctx.Err() != nil:
			return c.ctx.Err()
		case value == nil:
			return fmt.Errorf("%w: bucket %q holds a bucket", store.ErrDamaged, name)
		case !records && bytes.Equal(key, leavingKey):
			return nil
		case records && !c.anew:
			if _, _, err := decodeStored(key, value); err != nil {
				return err
			}
		}
		if c.wait > compactAtOnce {
			if err := c.commit(); err != nil {
				return err
			}
			if err := c.begin(); err != nil {
				return err
			}
			to = c.tx.Bucket(name)
		}
		to.FillPercent = compactFill
		if c.failed = to.Put(key, value); c.failed != nil {
			return c.failed
		}
		c.wait += len(key) + len(value)
		return nil
	})
}

// begin makes sure of a transaction of the copy.
func (c *compactor) begin() error {
	if c.tx == nil {
		c.tx, c.failed = c.to.Begin(true)
	}
	return c.failed
}

func (c *compactor) commit() error {
	c.failed = c.tx.Commit()
	c.copied += int64(c.wait)
	c.tx, c.wait = nil, 0
	if c.told != nil {
		c.told(int(min(c.copied, c.all)/megabyte), inMegabytes(c.all))
	}
	return c.failed
}

const megabyte = 1 << 20

// inMegabytes is a number of bytes in megabytes, rounded up.
func inMegabytes(bytes int64) int { return int((bytes + megabyte - 1) / megabyte) }
