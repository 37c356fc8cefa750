package account

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"

	"kwi/internal/fault"
)

// Firm is what the supplier keeps that is about no client.
type Firm struct {
	Scans   []Scan // of the customer orientation of its own people, oldest first
	Library Shelf  // what it added to the library
}

// NewestFirm is the newest version of the record of a Firm, at least the highest
// Since of its fields.
const NewestFirm = 2

// Walk names the fields.
func (f *Firm) Walk(w Walker) {
	walkObjects(w, sparse("scans"), &f.Scans)
	walkObjects(w, since(2, "library"), (*[]OwnEntry)(&f.Library))
}

// Clone is a copy that shares nothing.
func (f Firm) Clone() Firm {
	f.Scans = slices.Clone(f.Scans)
	f.Library = f.Library.Clone()
	return f
}

// Shown is what a client may see of it: of the values that the supplier added
// and still offers, what they are called and what is asked about them. What the
// supplier wrote with a value stays with it.
func (f Firm) Shown() (s Firm) {
	for _, e := range f.Library {
		if e.Kind == OwnValue && e.Withdrawn == "" {
			s.Library = append(s.Library, OwnEntry{ID: e.ID, Kind: e.Kind, Title: e.Title, Items: slices.Clone(e.Items)})
		}
	}
	return s
}

// Tidy is the firm with what is empty absent, and in its order.
func (f Firm) Tidy() Firm {
	f = f.Clone()
	slices.SortStableFunc(f.Scans, func(a, b Scan) int { return cmp.Compare(a.identity(), b.identity()) })
	if len(f.Scans) == 0 {
		f.Scans = nil
	}
	tidyValue(reflect.ValueOf(&f.Library).Elem())
	return f
}

// Empty reports whether nothing is kept.
func (f Firm) Empty() bool { return reflect.ValueOf(f.Tidy()).IsZero() }

// Flaws are what does not hold together.
func (f *Firm) Flaws() []Flaw { return append(scanFlaws(f.Scans), f.Library.flaws()...) }

// TakeFirmBack puts back in now what a step changed from before to after, as
// TakeBack does with a client.
func TakeFirmBack(now *Firm, before, after Firm) error {
	*now, before, after = now.Tidy(), before.Tidy(), after.Tidy()
	if !takeBack(reflect.ValueOf(now).Elem(), reflect.ValueOf(before), reflect.ValueOf(after)) {
		return fault.New(fault.UndoRefused)
	}
	*now = now.Tidy()
	return nil
}

// Take adds what another data file kept. What is here already and says
// something else is refused, or with replace makes place.
func (f *Firm) Take(other Firm, replace bool) error {
	for i, s := range other.Scans {
		mine := f.Scan(s.ScanKey)
		switch {
		case mine == nil:
			f.Scans = append(slices.Clone(f.Scans), s)
		case *mine != s && !replace:
			return fault.New(fault.KeptAlready, s.name()).In(fmt.Sprintf("scans[%d]", i))
		default:
			f.Scans = slices.Clone(f.Scans)
			*f.Scan(s.ScanKey) = s
		}
	}
	*f = f.Clone()
	if err := f.Library.take(other.Library, replace); err != nil {
		return err
	}
	*f = f.Tidy()
	return nil
}
