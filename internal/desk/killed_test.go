//go:build unix

package desk_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/store/bolt"
)

// untilKilled is the data file that a program of this test goes on changing until
// it is killed.
var untilKilled = os.Getenv("KWI_TEST_UNTIL_KILLED")

// keptWhole is what that program imports by turns: many clients, more than one
// Apply holds, of one name or of another.
func keptWhole(name string) portable.File { return file(many(40, name)...) }

// TestAKilledProgramLeavesAllOrNothing: a program that keeps large steps, takes them
// back and imports is killed, over and over; whoever opens the data file next finds
// each step and each import whole or not at all, the history tells it, and all can be
// taken back and changed again.
func TestAKilledProgramLeavesAllOrNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("writes much")
	}
	path := filepath.Join(t.TempDir(), "kwi.db")
	first := must[*bolt.Store](t)(bolt.Open(path))
	must[desk.Imported](t)(desk.New(first, nonces()).Import(ctx, false, keptWhole("old ")))
	must[desk.Imported](t)(desk.New(first, nonces()).Import(ctx, false, file(eventful(""))))
	was := must[account.Client](t)(desk.New(first, nonces()).Client(ctx, "x"))
	want := was.Clone()
	if err := mergeOne(&want); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(2011, 11))
	kills, merged, told := 4, 0, map[string]int{}
	for range kills {
		c := exec.Command(os.Args[0], "-test.run=^TestProgramUntilKilled$")
		c.Env = append(os.Environ(), "KWI_TEST_UNTIL_KILLED="+path)
		begun := must[io.ReadCloser](t)(c.StdoutPipe())
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(begun, make([]byte, 1+random.IntN(7))); err != nil {
			t.Fatal("it did not come so far:", err)
		}
		time.Sleep(time.Duration(random.IntN(int(50 * time.Millisecond))))
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		said, _ := io.ReadAll(begun)
		if _ = c.Wait(); c.ProcessState.Exited() {
			t.Fatalf("it ended by itself: %s", said)
		}
		s := must[*bolt.Store](t)(bolt.Open(path))
		d := desk.New(s, windowNonces())
		var imported string
		for _, one := range must[portable.File](t)(d.Export(ctx)).Clients {
			kind, _, _ := strings.Cut(one.Name, " ")
			switch {
			case one.ID == "x":
				if is := one.Tidy(); !reflect.DeepEqual(is, was) && !reflect.DeepEqual(is, want.Tidy()) {
					t.Fatalf("half of a merge: %+v", is)
				}
				continue
			case imported != "" && kind != imported:
				t.Fatalf("half of an import: %s is %q", one.ID, one.Name)
			}
			imported = kind
		}
		told[imported]++
		must[bolt.Summary](t)(s.Check(ctx))
		h := must[hand.Hand](t)(d.Open(ctx, "x"))
		if deeds := h.History(); len(deeds) > 0 && deeds[0].Stands() {
			merged++
			back, _, err := h.TakeBack(hand.Label{}, deeds[0].Last.ID)
			if err != nil {
				t.Fatal(err)
			}
			keep(t, d, back)
		}
		if now := must[account.Client](t)(d.Client(ctx, "x")); !reflect.DeepEqual(now, was) {
			t.Fatalf("not all of it was taken back: %+v", now)
		}
	}
	t.Log("found after", kills, "kills:", told, "with a merge to take back after", merged)
}

// TestProgramUntilKilled is the program that is killed.
func TestProgramUntilKilled(t *testing.T) {
	if untilKilled == "" {
		t.Skip("is run by TestAKilledProgramLeavesAllOrNothing")
	}
	s := must[*bolt.Store](t)(bolt.Open(untilKilled))
	run := fmt.Sprint(time.Now().UnixNano())
	n := 0
	d := desk.New(s, func() string { n++; return fmt.Sprint(run, ".", n) })
	fmt.Print(".")
	for i := 0; ; i++ { // a letter for each thing that it has kept
		for range 2 {
			h, err := must[hand.Hand](t)(d.Open(ctx, "x")).Do(hand.Change{Label: hand.Label{Key: "test.large"}, Apply: mergeOne})
			if err != nil {
				t.Fatal(err)
			}
			h = keep(t, d, h)
			fmt.Print("m")
			if h, _, err = h.Undo(); err != nil {
				t.Fatal(err)
			}
			keep(t, d, h)
			fmt.Print("u")
		}
		must[desk.Imported](t)(d.Import(ctx, true, keptWhole([]string{"new ", "old "}[i%2])))
		fmt.Print("i")
	}
}
