package etcd

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// TestALeaseTellsNobodyWhichKeys: an etcd that tells every user the keys of a lease gets a
// record without one.
func TestALeaseTellsNobodyWhichKeys(t *testing.T) {
	for version, lends := range map[string]bool{
		"3.4.23": false, "3.4.26": true, "3.4.40": true, "3.5.8": false, "3.5.9": true, "3.5.21": true, "3.6.0": true, "3.7.3": true, "3.3.27": false, "4.0.0": true, "": false, "x": false,
	} {
		lent, put := false, false
		hub := httptest.NewServer(signsIn(func(w http.ResponseWriter, r *http.Request) {
			text, _ := io.ReadAll(r.Body)
			switch strings.TrimPrefix(r.URL.Path, "/v3/") {
			case "maintenance/status":
				_, _ = io.WriteString(w, `{"version":"`+version+`"}`)
			case "lease/grant":
				_, _ = io.WriteString(w, `{"ID":"7"}`)
			case "kv/put":
				put, lent = true, strings.Contains(string(text), "lease")
				_, _ = io.WriteString(w, `{}`)
			}
		}))
		s, err := Open(Config{Endpoints: []string{hub.URL}, User: "anna"})
		if err == nil {
			err = s.PutFor(context.Background(), "a", []byte("x"), time.Second)
		}
		if err != nil || !put || lent != lends {
			t.Errorf("%q: put %v with a lease %v, %v", version, put, lent, err)
		}
		hub.Close()
	}
}
