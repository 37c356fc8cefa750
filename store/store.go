// Package store is the port between the program and whatever keeps its data: records of opaque bytes under a key, with
// revisions, all-or-nothing writes and a watch. It says what every engine must do, and storetest holds them to it.
// It must not know what is in a record, where records are kept, or which engine is behind it.
package store

import (
	"context"
	"time"
)

// Rev is a moment in the life of a whole store: it grows with every Apply that changes something, and a record carries
// the Rev at which it was last put. Rev 0 stands before everything: of a record it says that there is none. An engine
// may share its counter with others: it may begin above 0 and grow by itself.
type Rev uint64

// Record is what a store holds under one key. A missing record has Rev 0 and no Value.
type Record struct {
	Key   string
	Value []byte
	Rev   Rev
}

// Op is what a Write does.
type Op uint8

const (
	// Put stores Value under Key, in the place of the record that has revision Rev.
	Put Op = iota + 1
	// Remove takes the record away that has revision Rev. Removing what is not there conflicts, also with Rev 0.
	Remove
	// Same writes nothing: it holds up the Apply unless the record still has revision Rev.
	Same
)

// Write is one line of an Apply. Rev is the revision of the record that the caller saw under Key; 0 says that there was
// none, so a Put must be new and a Same must still be absent. Value is used by Put only.
type Write struct {
	Op    Op
	Key   string
	Rev   Rev
	Value []byte
}

// The bounds on one Apply and on one key, the same for every engine so that a program which works on one works on all.
// They are what common networked engines take as well; store/staged, before the engine, takes changes of any size.
const (
	// MaxWrites is the highest number of writes in one Apply.
	MaxWrites = 100
	// MaxBytes is the highest sum, in bytes, of all keys and values in one Apply.
	MaxBytes = 1 << 20
	// MaxKey is the highest length of one key in bytes.
	MaxKey = 512
)

// Store is one handle on a store. Several handles, in this process and in others, may be open on the same store, and
// every method may be called from several goroutines at once.
//
// Every method honours its context: it returns the context's error when that is done before the work is, and then has
// written nothing. Errors can be told apart with errors.Is and the Err… values of this package; they wrap their cause.
type Store interface {
	// Get returns one record for each key, in the order asked, all as of one moment. A key that is not there gives a
	// record with its Key and Rev 0. The values belong to the caller.
	Get(ctx context.Context, keys ...string) ([]Record, error)

	// Scan calls each for every record whose key begins with prefix, in ascending byte order of the keys, all as of
	// one moment; the empty prefix means all. The Value lives only during the call and must not be changed. An error
	// of each ends the scan and is returned as it is. Inside each no Apply may be called: it would wait for the scan.
	Scan(ctx context.Context, prefix string, each func(Record) error) error

	// Apply does all of the writes or none, and they are durable when it returns. It returns the new revision, which
	// is higher than any before and is that of every record put. When one or more records are not as their write says,
	// nothing is written and the error is a *Conflict that names all of these keys.
	//
	// An Apply that changes nothing (no writes, or only Same) returns the current revision; that is how to ask for it.
	// ErrTooLarge meets an Apply over the bounds, ErrMalformed a key that stands in it twice, an empty key or an
	// unknown Op. After ErrConflict, ErrTooLarge, ErrMalformed, ErrLocked, ErrReadOnly, ErrForbidden, ErrForeign or ErrNewer
	// nothing was written. After any other error the writes may have landed, all of them or none: read before trying again.
	Apply(ctx context.Context, writes ...Write) (Rev, error)

	// Watch calls changed with the keys under prefix that were put or removed after the revision after, whoever did it,
	// until ctx is done; it then returns the error of ctx. Keys come in ascending order, each once a call, and at is
	// the revision up to which the call tells everything; at grows from call to call. Several Applies may be told in
	// one call, never half of one. ErrGone means that the changes since after are no longer known (an engine need
	// remember only some twenty Applies, or the store was replaced and has not come as far as after): read everything
	// again, and watch from the revision that an empty Apply gave before reading.
	Watch(ctx context.Context, prefix string, after Rev, changed func(keys []string, at Rev)) error

	// Close ends this handle; every later call returns ErrClosed, and so does a Watch under way. Other handles and
	// other calls under way go on. Closing twice is no error.
	Close() error
}

// Sieve is what an engine may be besides a Store: one whose records can be damaged one by one.
type Sieve interface {
	// ScanSound is Scan past the records that are damaged, which are told to unread by their keys.
	ScanSound(ctx context.Context, prefix string, each func(Record) error, unread func(key string)) error
}

// Carrier is what a store may be besides a Store while nobody else uses it: one that is filled with the records of
// another, each of which keeps the revision that it has there.
type Carrier interface {
	// Carry puts records that are not there yet, as many and as large as they may be.
	Carry(ctx context.Context, records ...Record) error
}

// Guarded is what a store may be besides a Store: one that shows its user a part, and goes for a while by what it knows
// of that.
type Guarded interface {
	// Unsure has it ask anew what its user may see.
	Unsure()
}

// Lasting is what a store may be besides a Store: one that forgets a record by itself.
type Lasting interface {
	// PutFor puts a record, whatever stood there, and forgets it after that time unless it is put again before.
	PutFor(ctx context.Context, key string, value []byte, lasts time.Duration) error
}
