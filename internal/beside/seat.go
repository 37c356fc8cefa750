package beside

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"kwi/internal/follow"
	"kwi/internal/wholefile"
)

// Seat is a window that follows. It may be used by several goroutines at once.
type Seat struct {
	folder Folder
	name   string
	last   []byte    // what was last read of the page, by Next alone
	beat   time.Time // when it was last said to be here, by Next alone

	mu    sync.Mutex
	page  follow.Page
	beats int
	left  bool
}

// Sit takes a seat beside the window that leads: it shows the cover of a
// client. name must be unlike any other, ever, and of letters and digits.
func Sit(f Folder, name, client string) (*Seat, error) {
	if err := f.make(); err != nil {
		return nil, err
	}
	wholefile.Sweep(f.path)
	s := &Seat{folder: f, name: name, page: follow.Page{Client: client}}
	return s, s.here()
}

// Show says what this window shows now.
func (s *Seat) Show(p follow.Page) {
	s.mu.Lock()
	s.page = p
	s.mu.Unlock()
	_ = s.here() // it is said again with the next beat
}

// here writes that this window is there.
func (s *Seat) here() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.left {
		return nil
	}
	s.beats++
	content := address([]string{s.name, strconv.Itoa(s.beats)}, s.page)
	err := error(nil)
	for range 3 { // a window that goes may take the folder away in between
		if err = s.folder.make(); err != nil {
			return err
		}
		if err = s.folder.write(s.name+".here", content); err == nil {
			return nil
		}
	}
	return err
}

// Next waits for the next page that the window which leads tells this one. What
// is no page for it, it passes over.
func (s *Seat) Next(ctx context.Context) (follow.Page, error) {
	tick := time.NewTicker(pageEvery)
	defer tick.Stop()
	for {
		content, _ := s.folder.read(pageName)
		if content != nil && !bytes.Equal(content, s.last) {
			s.last = content
			if p, ok := addressed(content, s.name); ok {
				return p, nil
			}
		}
		if time.Since(s.beat) > hereEvery {
			s.beat = time.Now()
			_ = s.here()
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return follow.Page{}, ctx.Err()
		}
	}
}

// Leave takes away that this window was there.
func (s *Seat) Leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.left = true
	_ = os.Remove(filepath.Join(s.folder.path, s.name+".here"))
	s.folder.tidy()
}
