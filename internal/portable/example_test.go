package portable_test

import (
	"fmt"
	"strings"

	"kwi/internal/lang"
	"kwi/internal/portable"
)

// A file needs few keys. What is wrong in one is told with its place.
func ExampleRead() {
	f, err := portable.Read(strings.NewReader(`{"format": "kwi/1", "supplier": "BESTSELLER B.V.", "clients": [{"id": "newmedia", "name": "NewMedia"}]}`))
	fmt.Println(f.Supplier, f.Clients[0].Name, err)
	_, err = portable.Read(strings.NewReader(`{"format": "kwi/1", "supplier": "BESTSELLER B.V.", "clients": [{"id": "New Media", "name": "NewMedia"}]}`))
	fmt.Println(strings.HasPrefix(lang.For("en").Fault(err), "clients[0].id: "))
	// Output:
	// BESTSELLER B.V. NewMedia <nil>
	// true
}
