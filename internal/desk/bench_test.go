package desk_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/internal/score"
	"kwi/store/bolt"
)

// filled is a data file with so many clients of five cycles each, with five
// agreements that are open at once.
func filled(b *testing.B, clients int) *desk.Desk {
	b.Helper()
	path := filepath.Join(b.TempDir(), "bench.kwi")
	s, err := bolt.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	d := desk.New(s, nonces())
	f := portable.File{Supplier: "S"}
	for i := range clients {
		c := accounttest.Typical(fmt.Sprintf("c%05d", i))
		for j := range c.Cycles {
			for k := range c.Cycles[j].Actions {
				if a := &c.Cycles[j].Actions[k]; j < len(c.Cycles)-1 || k >= 5 {
					a.Status, a.Done = account.Done, "2011-05-01"
				}
			}
		}
		f.Clients = append(f.Clients, c)
	}
	begun := time.Now()
	must[desk.Imported](b)(d.Import(ctx, false, f))
	took := time.Since(begun)
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("%d clients: imported in %v, %d MB", clients, took.Round(time.Millisecond), info.Size()>>20)
	return d
}

func BenchmarkDesk(b *testing.B) {
	for _, clients := range []int{10, 1_000, 10_000} {
		if clients > 1_000 && testing.Short() {
			continue
		}
		b.Run(fmt.Sprint(clients), func(b *testing.B) {
			d := filled(b, clients)
			b.Run("open and score", func(b *testing.B) {
				for b.Loop() {
					c := must[hand.Hand](b)(d.Open(ctx, "c00007")).Now()
					if score.HistoryOf(&c)[4].Total.Sums.Answers != 8*23 {
						b.Fatal("other sums")
					}
				}
			})
			b.Run("keep", func(b *testing.B) {
				h := must[hand.Hand](b)(d.Open(ctx, "c00008"))
				for i := range account.Grade(120) { // a full journal
					h = do(b, d, h, regraded(i%9+1))
				}
				g := account.Grade(0)
				for b.Loop() {
					g = g%10 + 1
					h = do(b, d, h, regraded(g))
				}
			})
			b.Run("open with a full journal", func(b *testing.B) {
				for b.Loop() {
					must[hand.Hand](b)(d.Open(ctx, "c00008"))
				}
			})
			b.Run("due", func(b *testing.B) {
				for b.Loop() {
					if all, err := d.Due(ctx); err != nil || len(all) != clients {
						b.Fatal(len(all), err)
					}
				}
			})
			b.Run("portfolio", func(b *testing.B) {
				for b.Loop() {
					if lines, err := d.Portfolio(ctx); err != nil || len(lines) != clients {
						b.Fatal(len(lines), err)
					}
				}
			})
		})
	}
}

// regraded gives R1 another grade in the newest cycle, which is open again.
func regraded(g account.Grade) hand.Change {
	return hand.Change{Label: hand.Label{Key: "test"}, Apply: func(c *account.Client) error {
		y := c.Newest()
		y.Stage = account.Measure
		return c.Answer("", "R1", account.Answer{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: g}, "2011-06-01")
	}}
}

// BenchmarkWhatHappened is what was done over ten thousand clients, and what it
// costs beside the list of them, which the program begins with.
func BenchmarkWhatHappened(b *testing.B) {
	d := filled(b, 10_000)
	for i := range 600 {
		id := fmt.Sprintf("c%05d", i*16)
		h := must[hand.Hand](b)(d.Open(ctx, id))
		h = must[hand.Hand](b)(h.Do(named(id)))
		_, save, _ := h.Send()
		if _, _, err := d.Keep(ctx, save); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("happened", func(b *testing.B) {
		for b.Loop() {
			if all := must[[]hand.Happened](b)(d.Happened(ctx)); len(all) != hand.Deepest {
				b.Fatal(len(all))
			}
		}
	})
	b.Run("clients", func(b *testing.B) {
		for b.Loop() {
			if _, err := d.Portfolio(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
}
