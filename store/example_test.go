package store_test

import (
	"context"
	"errors"
	"fmt"

	"kwi/store"
	"kwi/store/memory"
)

// Who saw an older record than there is now is told of a conflict, and writes
// nothing.
func ExampleStore() {
	ctx, s := context.Background(), memory.New()
	defer func() { _ = s.Close() }()
	rev, err := s.Apply(ctx, store.Write{Op: store.Put, Key: "client/newmedia", Value: []byte("one")})
	fmt.Println(err)
	_, err = s.Apply(ctx, store.Write{Op: store.Put, Key: "client/newmedia", Rev: rev, Value: []byte("two")})
	fmt.Println(err)
	_, err = s.Apply(ctx, store.Write{Op: store.Put, Key: "client/newmedia", Rev: rev, Value: []byte("three")})
	fmt.Println(errors.Is(err, store.ErrConflict))
	records, _ := s.Get(ctx, "client/newmedia")
	fmt.Println(string(records[0].Value))
	// Output:
	// <nil>
	// <nil>
	// true
	// two
}
