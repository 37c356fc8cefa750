// Package browsertest has tests open what we write as HTML in a browser that
// we did not write: Chromium, driven by chromedp. A page is opened from a file
// as whoever gets it does; it can be read, filled in, measured, looked at,
// printed and examined for what a screen reader stumbles over, and whatever it
// asked of the network or complained of is told. Where Chromium is missing the
// test is skipped and says so; .ci/run installs it. It is for tests alone and
// knows nothing of the program.
//
//	page := browsertest.Start(t).Open(t, "list.html", content)
//	page.Fill(t, "#name", "Jan")
//	page.Click(t, "#save")
//	path := page.Downloaded(t)
//	page.Quiet(t) // no request, no complaint
package browsertest

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"

	"kwi/internal/foreigntest"
)

// longest is how long one step may take.
const longest = 3 * time.Minute

// Browser is a browser that runs until the test is over.
type Browser struct {
	ctx       context.Context
	downloads string
}

// Start starts a browser without a window and with a profile of its own, that
// finds no other machine by name. It takes about a second: start one for all
// pages of a test.
func Start(t testing.TB) *Browser {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	program := foreigntest.Program(t, "chromium", "chromium-browser", "google-chrome")
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(program), chromedp.Headless, chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck,
		chromedp.UserDataDir(profile(t)), chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND"),
	}
	for _, flag := range []string{
		"no-sandbox", "disable-gpu", "disable-quic", "disable-background-networking", "disable-component-update", "disable-sync",
		"disable-dev-shm-usage", "disable-extensions", "disable-default-apps", "hide-scrollbars",
	} {
		options = append(options, chromedp.Flag(flag, true))
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, closeBrowser := chromedp.NewContext(allocator, chromedp.WithLogf(t.Logf), chromedp.WithErrorf(func(string, ...any) {}))
	t.Cleanup(closeBrowser)
	b := &Browser{ctx: ctx, downloads: t.TempDir()}
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("the browser does not start: %v", err)
	}
	_, err := chromedp.CallBrowser(ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: b.downloads, EventsEnabled: new(true),
	})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// profile is a folder for the browser's own files. It may still write there
// while it ends, so that it is removed as far as that goes.
func profile(t testing.TB) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "browsertest")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
}

// Downloaded waits for a page to save a file, and gives its path: the newest
// that is whole and was not given before. The browser keeps the place of a file
// by an empty one of its name until it is written.
func (p *Page) Downloaded(t testing.TB) string {
	t.Helper()
	for end := time.Now().Add(longest); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		files, err := os.ReadDir(p.downloads)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			path := filepath.Join(p.downloads, f.Name())
			if info, err := f.Info(); err != nil || info.Size() == 0 || filepath.Ext(path) == ".crdownload" || p.given[path] {
				continue
			}
			p.given[path] = true
			return path
		}
	}
	t.Fatal("nothing was saved")
	return ""
}
