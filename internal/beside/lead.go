package beside

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"kwi/internal/follow"
)

// Lead is a window that tells others on the same data its page. It may be used
// by several goroutines at once.
type Lead struct {
	folder Folder

	mu   sync.Mutex
	turn uint64
	told []byte
	seen map[string]*sign
}

// sign is what was last read of a window that follows, and since when it is
// that.
type sign struct {
	content []byte
	since   time.Time
	live    bool // it changed while one looked, or was written just before
	page    follow.Page
}

// NewLead is a window that leads, on a data file.
func NewLead(f Folder) *Lead { return &Lead{folder: f, seen: map[string]*sign{}} }

// Tell tells the page to those who follow. A turn that is not above all before
// it is late, and does nothing.
func (l *Lead) Tell(turn uint64, to []string, p follow.Page) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if turn <= l.turn {
		return nil
	}
	l.turn = turn
	l.told = address(to, p)
	return l.folder.write(pageName, l.told)
}

// Watchers waits until the windows that follow, or what they show, are others
// than was known.
func (l *Lead) Watchers(ctx context.Context, known []follow.Watcher) ([]follow.Watcher, error) {
	tick := time.NewTicker(windowsEvery)
	defer tick.Stop()
	for {
		if now := l.look(time.Now()); !slices.EqualFunc(now, known, sameWatcher) {
			return now, nil
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

func sameWatcher(a, b follow.Watcher) bool { return a.Name == b.Name && a.Page.Same(b.Page) }

// look reads who follows.
func (l *Lead) look(now time.Time) (out []follow.Watcher) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.folder.there() {
		clear(l.seen)
		return nil
	}
	names := l.folder.names()
	for _, name := range names {
		content, info := l.folder.read(name + ".here")
		if content == nil {
			continue
		}
		s := l.seen[name]
		if s == nil || !bytes.Equal(s.content, content) {
			fresh := s != nil || now.Sub(info.ModTime()).Abs() < believed
			s = &sign{content: content, since: now, live: fresh}
			s.page, _ = addressed(content, name)
			l.seen[name] = s
		}
		switch {
		case now.Sub(s.since) > leftFor:
			_ = os.Remove(filepath.Join(l.folder.path, name+".here"))
			l.folder.tidy()
		case s.live && now.Sub(s.since) < believed && s.page.Client != "":
			out = append(out, follow.Watcher{Name: name, Page: s.page})
		}
	}
	for name := range l.seen {
		if !slices.Contains(names, name) {
			delete(l.seen, name)
		}
	}
	return out
}

// Close takes away what this window told last, where it is still there.
func (l *Lead) Close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if content, _ := l.folder.read(pageName); l.told != nil && bytes.Equal(content, l.told) {
		_ = os.Remove(filepath.Join(l.folder.path, pageName))
	}
	l.folder.tidy()
}
