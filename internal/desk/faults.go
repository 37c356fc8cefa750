package desk

import (
	"context"
	"errors"
	"strconv"

	"kwi/internal/fault"
	"kwi/store"
)

// fault says what an error of the store means; what is none of its kinds, and
// what is a fault already, stays as it is.
func (d *Desk) fault(err error) error {
	if err == nil {
		return nil
	}
	if f, ok := fault.Of(err); ok {
		if (f.Kind == fault.Damaged || f.Kind == fault.Newer) && d.file != "" {
			g := fault.New(f.Kind, d.file).By(err) // the record's key is of no use to the user
			return g
		}
		return err
	}
	if little := RoomFault(err); little != nil {
		return little
	}
	for _, k := range []struct {
		is   error
		kind fault.Kind
	}{
		{store.ErrConflict, fault.Conflict}, {store.ErrLocked, fault.Locked}, {store.ErrSealed, fault.Sealed}, {store.ErrReadOnly, fault.ReadOnly}, {store.ErrFull, fault.Full},
		{store.ErrNewer, fault.Newer}, {store.ErrForeign, fault.WrongFile}, {store.ErrDamaged, fault.Damaged}, {store.ErrGone, fault.Gone},
		{store.ErrUnreachable, fault.Unreachable}, {store.ErrForbidden, fault.Forbidden},
		{store.ErrTooLarge, fault.Internal}, {store.ErrMalformed, fault.Internal}, {store.ErrClosed, fault.Internal},
	} {
		if errors.Is(err, k.is) {
			if d.file == "" {
				return fault.New(k.kind).By(err)
			}
			return fault.New(k.kind, d.file).By(err)
		}
	}
	return err
}

// Fault says what an error of the data file means to whoever notes something in it beside.
func (d *Desk) Fault(err error) error { return d.fault(err) }

// tries is how often something is done again that others came in between of.
const tries = 5

// again does something until nothing came in between.
func (d *Desk) again(ctx context.Context, do func() error) (err error) {
	for range tries {
		if err = do(); !errors.Is(err, store.ErrConflict) {
			break
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return d.fault(err)
}

// RoomFault is what an error says that was refused since the disk has too little room,
// with how much is needed; nil of any other error.
func RoomFault(err error) *fault.Fault {
	var little *store.NoRoom
	if !errors.As(err, &little) {
		return nil
	}
	return fault.New(fault.LittleRoom, little.Path, strconv.FormatInt((little.Need+megabyte-1)/megabyte, 10), strconv.FormatInt(little.Free/megabyte, 10)).By(err)
}

const megabyte = 1 << 20
