package account_test

import (
	"fmt"

	"kwi/internal/account"
)

// A grade is written as it is typed: the figure, and behind it < for less
// important or > for more.
func ExampleParseGrade() {
	for _, s := range []string{"8", "8<", "10>", "11"} {
		grade, relevance, ok := account.ParseGrade(s)
		fmt.Println(s, ok, grade, relevance.Weight())
	}
	// Output:
	// 8 true 8 2
	// 8< true 8 1
	// 10> true 10 3
	// 11 false  2
}

// A cycle is named after the half-year of its session.
func ExampleHalfYear() {
	fmt.Println(account.HalfYear("2011-06-23"), account.HalfYear("2011-11-24"))
	// Output: 2011H1 2011H2
}
