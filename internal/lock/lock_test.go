package lock_test

import (
	"bytes"
	"errors"
	"testing"

	"kwi/internal/lock"
	"kwi/internal/passphrase"
)

const quick = 4

func TestOnlyItsPassphraseOpensALock(t *testing.T) {
	t.Parallel()
	made, err := lock.New("een heel lange zin", quick)
	if err != nil {
		t.Fatal(err)
	}
	opened, err := lock.Open(made.Seal, "een heel lange zin")
	if err != nil || !bytes.Equal(opened.Key.ID(), made.Key.ID()) || !opened.Opens(made.Seal) {
		t.Error(err)
	}
	for _, other := range []string{"een heel lange zi", "", "Een heel lange zin"} {
		if _, err := lock.Open(made.Seal, other); !errors.Is(err, passphrase.ErrWrong) {
			t.Errorf("%q: %v", other, err)
		}
	}
	again, err := lock.New("een heel lange zin", quick)
	if err != nil || again.Opens(made.Seal) || bytes.Equal(again.Key.ID(), made.Key.ID()) {
		t.Error("the same passphrase makes the same key", err)
	}
}

// A seal that is damaged anywhere never opens, and most damage is told from
// another passphrase.
func TestADamagedSealIsToldFromAnotherPassphrase(t *testing.T) {
	t.Parallel()
	made, err := lock.New("een heel lange zin", quick)
	if err != nil {
		t.Fatal(err)
	}
	damaged := 0
	for i := range made.Seal {
		seal := bytes.Clone(made.Seal)
		seal[i] ^= 0x55
		_, err := lock.Open(seal, "een heel lange zin")
		switch {
		case errors.Is(err, passphrase.ErrDamaged):
			damaged++
		case !errors.Is(err, passphrase.ErrWrong):
			t.Errorf("byte %d: %v", i, err)
		}
	}
	if damaged < len(made.Seal)/2 {
		t.Errorf("%d of %d were told", damaged, len(made.Seal))
	}
	for _, cut := range []int{0, 10, 16, len(made.Seal) - 1} {
		if _, err := lock.Open(made.Seal[:cut], "een heel lange zin"); !errors.Is(err, passphrase.ErrDamaged) {
			t.Errorf("cut at %d: %v", cut, err)
		}
	}
}
