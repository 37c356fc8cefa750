package store

import "fmt"

// Valid says whether an engine may look at these writes at all: every engine asks it first, so that the bounds are the
// same everywhere. It does not compare with what is stored.
func Valid(writes []Write) error {
	if len(writes) > MaxWrites {
		return fmt.Errorf("%w: %d writes, at most %d", ErrTooLarge, len(writes), MaxWrites)
	}
	if err := WellFormed(writes); err != nil {
		return err
	}
	size := 0
	for _, w := range writes {
		size += len(w.Key)
		if w.Op == Put {
			size += len(w.Value)
		}
	}
	if size > MaxBytes {
		return fmt.Errorf("%w: %d bytes, at most %d", ErrTooLarge, size, MaxBytes)
	}
	return nil
}

// WellFormed says whether each of these writes means anything, and all of them together, however many they are.
func WellFormed(writes []Write) error {
	seen := make(map[string]bool, len(writes))
	for _, w := range writes {
		switch {
		case w.Op != Put && w.Op != Remove && w.Op != Same:
			return fmt.Errorf("%w: unknown op %d of %q", ErrMalformed, w.Op, w.Key)
		case w.Key == "":
			return fmt.Errorf("%w: empty key", ErrMalformed)
		case len(w.Key) > MaxKey:
			return fmt.Errorf("%w: a key of %d bytes, at most %d", ErrTooLarge, len(w.Key), MaxKey)
		case seen[w.Key]:
			return fmt.Errorf("%w: %q twice", ErrMalformed, w.Key)
		}
		seen[w.Key] = true
	}
	return nil
}

// Changes says whether there is anything to write: an Apply of nothing, or of Same alone, gives no new revision.
func Changes(writes []Write) bool {
	for _, w := range writes {
		if w.Op != Same {
			return true
		}
	}
	return false
}

// Stands says whether the write w fits a record that now has revision now.
func (w Write) Stands(now Rev) bool {
	return w.Rev == now && (w.Op != Remove || now != 0)
}
