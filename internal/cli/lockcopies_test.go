package cli

import (
	"context"
	"reflect"
	"testing"
)

// earlier is what a window says of the copies that can be gone back to, by what it
// would change, and when something was last changed.
func (w *lockedWorld) earlier() (said []EarlierCopy, last string) {
	w.Helper()
	r := &invocation{Env: w.env, ctx: context.Background(), words: chooseLanguage([]string{"--lang", "en"}, "", w.env.Getenv), opens: secret{file: w.at("pw"), fd: -1}}
	_, err := r.data()
	if err != nil {
		w.Fatal(err)
	}
	said, at, err := r.copier.Earlier(w.Context())
	if err != nil {
		w.Fatal(err)
	}
	for i := range said {
		said[i].Copy.Size = 0
	}
	return said, string(at)
}

// What going back to a copy would change is said the same when the file and its copies
// got a lock, another one, or none: nothing in them was changed by that.
func TestWhatACopyWouldChangeIsTheSameBehindALock(t *testing.T) {
	t.Parallel()
	w := unlockedAt(t)
	w.write("one.json", `{"format": "kwi/1", "supplier": "BESTSELLER B.V.", "clients": [{"id": "newmedia", "name": "NewerMedia"}, {"id": "new", "name": "Newcomer"}]}`)
	w.run(0, "import", "--replace", w.at("one.json"), "--why", "test")
	said, last := w.earlier()
	if len(said) != 3 || len(said[0].Changed) != 1 || len(said[0].Gone) != 1 || len(said[0].Back) != 0 || last == "" {
		t.Fatalf("%+v %s", said, last)
	}
	for _, args := range [][]string{{"lock", "--passphrase-file", w.at("pw")}, {"unlock", "--passphrase-file", w.at("pw")}} {
		w.run(0, args...)
		if now, at := w.earlier(); !reflect.DeepEqual(now, said) || at != last {
			t.Errorf("after %s\n%+v %s\nbefore\n%+v %s", args[0], now, at, said, last)
		}
	}
}
