package fault_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"kwi/internal/fault"
)

func TestErrorIsOneLine(t *testing.T) {
	f := fault.New(fault.Grade, "11").In("answers.KK.1.02").In("cycles[1]").In("clients[0]").By(errors.New("a\nb"))
	if got, want := f.Error(), "clients[0].cycles[1].answers.KK.1.02: grade (11): a b"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := fault.New(fault.Doubled, "id").In("[2]").In("clients").Error(); got != "clients[2]: doubled (id)" {
		t.Errorf("got %q", got)
	}
}

func TestOfLooksThroughWrapping(t *testing.T) {
	err := fmt.Errorf("reading: %w", fault.New(fault.Damaged, "x").By(io.ErrUnexpectedEOF))
	f, ok := fault.Of(err)
	if !ok || f.Kind != fault.Damaged {
		t.Fatalf("Of = %v, %v", f, ok)
	}
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Error("the cause is lost")
	}
	if !errors.Is(err, fault.New(fault.Damaged)) || errors.Is(err, fault.New(fault.Full)) {
		t.Error("Is does not compare kinds")
	}
	if !fault.Has(err, fault.Full, fault.Damaged) || fault.Has(err, fault.Full) || fault.Has(nil, fault.Full) {
		t.Error("Has does not compare kinds")
	}
	if _, ok := fault.Of(io.EOF); ok {
		t.Error("io.EOF is no fault")
	}
}

func TestInLeavesTheOriginalAlone(t *testing.T) {
	f := fault.New(fault.NoDate)
	_ = f.In("actions[0]")
	if f.At != "" {
		t.Error("In changed its receiver")
	}
}
