package etcd

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"kwi/store"
)

// signsIn answers that one is signed in and may read everything, and everything else
// as told.
func signsIn(answer http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		switch strings.TrimPrefix(r.URL.Path, "/v3/") {
		case "auth/authenticate":
			_, _ = io.WriteString(w, `{"token":"t"}`)
		case "auth/user/get":
			_, _ = io.WriteString(w, `{"roles":["root"]}`)
		default:
			answer(w, r)
		}
	}
}

// everything is each thing that a store can be asked.
var everything = map[string]func(*Store) error{
	"get":    func(s *Store) error { _, err := s.Get(context.Background(), "a"); return err },
	"scan":   func(s *Store) error { return s.Scan(context.Background(), "", func(store.Record) error { return nil }) },
	"revise": func(s *Store) error { _, err := s.Apply(context.Background()); return err },
	"apply": func(s *Store) error {
		_, err := s.Apply(context.Background(), store.Write{Op: store.Put, Key: "a"})
		return err
	},
	"watch":  func(s *Store) error { return s.Watch(context.Background(), "", 1, func([]string, store.Rev) {}) },
	"team":   func(s *Store) error { _, err := s.Team().Members(context.Background()); return err },
	"health": func(s *Store) error { _, err := s.Health(context.Background()); return err },
	"lasts":  func(s *Store) error { return s.PutFor(context.Background(), "a", nil, time.Second) },
}

// TestAnAnswerWithoutEnd is given up, whatever was asked and wherever it goes on.
func TestAnAnswerWithoutEnd(t *testing.T) {
	for name, says := range map[string][2]string{
		"spaces": {"", strings.Repeat(" ", 1<<16)}, "a text": {`{"token":"`, strings.Repeat("x", 1<<16)}, "depth": {"", strings.Repeat(`{"a":`, 1<<13)},
		"records": {`{"kvs":[`, strings.Repeat(`{"key":"cC9h"},`, 1<<12)},
	} {
		for asked, ask := range everything {
			if name != "spaces" && asked != "scan" && asked != "watch" {
				continue
			}
			for _, status := range []int{200, 500} {
				if status == 500 && asked != "scan" {
					continue // words in place of an answer are read in one place
				}
				t.Run(fmt.Sprint(name, " ", asked, " ", status), func(t *testing.T) {
					var sent atomic.Int64
					endless := func(w http.ResponseWriter, _ *http.Request) {
						w.WriteHeader(status)
						_, err := io.WriteString(w, says[0])
						for err == nil {
							_, err = io.WriteString(w, says[1])
							sent.Add(int64(len(says[1])))
						}
					}
					if err := ask(at(t, signsIn(endless))); !errors.Is(err, store.ErrForeign) {
						t.Errorf("once signed in: %v", err)
					}
					if err := ask(at(t, endless)); !errors.Is(err, store.ErrForeign) {
						t.Errorf("from the first: %v", err)
					}
					if n := sent.Load(); n > 12*mostAnswer {
						t.Errorf("%d bytes were taken", n)
					}
				})
			}
		}
	}
}

// TestGarbageIsNoHub: what is no answer to what was asked.
func TestGarbageIsNoHub(t *testing.T) {
	for name, says := range map[string]string{
		"no JSON": "Guten Tag", "a list": "[]", "a number": `{"header":{"revision":"many"},"token":1,"users":1,"version":1,"ID":"x"}`,
		"a key of nobody":   `{"kvs":[{"key":"eA==","mod_revision":"1"}],"header":{"revision":"1"},"responses":[{"response_range":{"kvs":[{"key":"eA=="}]}}],"result":{"events":[{"kv":{"key":"eA=="}}]}}`,
		"keys that go back": `{"kvs":[{"key":"cC9i"},{"key":"cC9h"}],"responses":[]}`, "one key again and again": `{"more":true,"kvs":[{"key":"cC9h"}]}`,
	} {
		for _, asked := range []string{"get", "scan", "watch"} {
			if asked == "watch" && !strings.Contains(says, "result") && says[0] == '{' {
				continue // it has nothing of a watch
			}
			err := everything[asked](at(t, signsIn(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, says) })))
			if !errors.Is(err, store.ErrForeign) {
				t.Errorf("%s, %s: %v", asked, name, err)
			}
		}
	}
}

// TestAnAnswerThatStops in the middle is given up.
func TestAnAnswerThatStops(t *testing.T) {
	done := make(chan struct{})
	defer close(done)
	s := at(t, signsIn(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, `{"kvs":[`)
		w.(http.Flusher).Flush()
		<-done
	}))
	s.cluster.longest = time.Millisecond
	if err := everything["scan"](s); !errors.Is(err, store.ErrUnreachable) || errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// TestWhatIsGoneForEver is not asked for for ever, and a change that goes on in pieces without end is looked at anew.
func TestWhatIsGoneForEver(t *testing.T) {
	var asked int
	gone := at(t, signsIn(func(w http.ResponseWriter, _ *http.Request) {
		asked++
		w.WriteHeader(http.StatusBadRequest)
		_, _ = io.WriteString(w, `{"message":"etcdserver: mvcc: required revision has been compacted"}`)
	}))
	if err := everything["get"](gone); !errors.Is(err, store.ErrGone) || asked > 20 {
		t.Errorf("%v after %d", err, asked)
	}
	pieces := at(t, signsIn(func(w http.ResponseWriter, r *http.Request) {
		var err error
		for n := 0; err == nil; n++ {
			var events []map[string]any
			for i := range 1000 {
				events = append(events, map[string]any{"kv": map[string]any{"key": fmt.Appendf(nil, "p/%d/%d", n, i), "mod_revision": "2"}})
			}
			err = json.NewEncoder(w).Encode(map[string]any{"result": map[string]any{"fragment": true, "events": events}})
		}
	}))
	if err := everything["watch"](pieces); !errors.Is(err, store.ErrGone) {
		t.Errorf("%v", err)
	}
}

// TestLargeRecordsComeFewerAtATime: where more stands at a hub than is read at once, less is asked for.
func TestLargeRecordsComeFewerAtATime(t *testing.T) {
	value := make([]byte, store.MaxBytes/2)
	one := func(key string) map[string]any {
		return map[string]any{"key": []byte("p/" + key), "value": value, "mod_revision": "1"}
	}
	s := at(t, signsIn(func(w http.ResponseWriter, r *http.Request) {
		var q struct {
			rangeRequest
			transaction
		}
		_ = json.NewDecoder(r.Body).Decode(&q)
		var kvs, responses []any
		for i := range 100 {
			key := fmt.Sprintf("%03d", i)
			if string(q.Key) <= "p/"+key && len(kvs) < int(q.Limit) {
				kvs = append(kvs, one(key))
			}
		}
		for _, o := range q.Success {
			responses = append(responses, map[string]any{"response_range": map[string]any{"kvs": []any{one(strings.TrimPrefix(string(o.Range.Key), "p/"))}}})
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"header": map[string]any{"revision": "1"}, "kvs": kvs, "more": len(kvs) == int(q.Limit), "responses": responses})
	}))
	var keys []string
	if err := s.Scan(context.Background(), "", func(r store.Record) error { keys = append(keys, r.Key); return nil }); err != nil || len(keys) != 100 {
		t.Errorf("%d records, %v", len(keys), err)
	}
	found, err := s.Get(context.Background(), keys...)
	if err != nil || len(found) != 100 || found[99].Key != "099" || len(found[99].Value) != len(value) {
		t.Errorf("%d records, %v", len(found), err)
	}
}
