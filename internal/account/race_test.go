//go:build race

package account_test

import "flag"

// With the race detector, which slows all down by far and for which one order
// is as good as another, the properties are tried 60 times instead of 100;
// -rapid.checks still says otherwise.
func init() {
	if err := flag.Set("rapid.checks", "60"); err != nil {
		panic(err)
	}
}
