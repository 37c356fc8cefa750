package browsertest

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"kwi/internal/foreigntest"
)

// Page is a page in a tab of its own.
type Page struct {
	ctx       context.Context
	downloads string
	given     map[string]bool
	address   string

	heard      sync.Mutex // what follows is heard while the page lives
	requests   []string
	complaints []string
}

// Open opens content as a file of this name, in a window of 1280 × 900, light
// and with motion, and waits until it is loaded.
func (b *Browser) Open(t testing.TB, name string, content []byte) *Page {
	t.Helper()
	path := foreigntest.Saved(t, name, content)
	p := &Page{downloads: b.downloads, given: map[string]bool{}, address: (&url.URL{Scheme: "file", Path: path}).String()}
	ctx, closeTab := chromedp.NewContext(b.ctx, chromedp.WithListener(p.hear))
	t.Cleanup(closeTab)
	p.ctx = ctx
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	p.Window(t, 1280, 900)
	p.do(t, "open it", chromedp.Navigate(p.address))
	return p
}

// hear keeps what the page asked for besides itself, and what it or the
// browser complained of.
func (p *Page) hear(event any) {
	p.heard.Lock()
	defer p.heard.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if to, _, _ := strings.Cut(e.Request.URL, "#"); to != p.address {
			p.requests = append(p.requests, e.Request.URL)
		}
	case *runtime.EventExceptionThrown:
		p.complaints = append(p.complaints, "exception: "+e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		p.complaints = append(p.complaints, "console: "+string(e.Type))
	case *log.EventEntryAdded:
		p.complaints = append(p.complaints, string(e.Entry.Source)+": "+e.Entry.Text)
	case *page.EventJavascriptDialogOpening:
		p.complaints = append(p.complaints, "dialog: "+e.Message)
	}
}

// Requests are what the page asked for besides itself, from its opening on.
func (p *Page) Requests() []string {
	p.heard.Lock()
	defer p.heard.Unlock()
	return slices.Clone(p.requests)
}

// Complaints are exceptions, dialogs and whatever stands in the console.
func (p *Page) Complaints() []string {
	p.heard.Lock()
	defer p.heard.Unlock()
	return slices.Clone(p.complaints)
}

// Quiet holds that the page asked for nothing and complained of nothing.
func (p *Page) Quiet(t testing.TB) {
	t.Helper()
	for _, r := range p.Requests() {
		t.Errorf("it asks for %s", r)
	}
	for _, c := range p.Complaints() {
		t.Errorf("it complains: %s", c)
	}
}

// Window gives the page's window another size, in CSS pixels. Up to 500 wide it
// is that of a phone.
func (p *Page) Window(t testing.TB, width, height int) {
	t.Helper()
	p.do(t, "size it", step(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: int64(width), Height: int64(height), DeviceScaleFactor: 1, Mobile: width <= 500,
	}))
}

// Scheme is what the reader's device prefers.
type Scheme string

// The schemes.
const (
	Light Scheme = "light"
	Dark  Scheme = "dark"
)

// Prefer has the reader prefer light or dark.
func (p *Page) Prefer(t testing.TB, s Scheme) {
	t.Helper()
	p.do(t, "make it "+string(s), step(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: string(s)}},
	}))
}

// step makes a step of a command of which the answer says nothing.
func step[P, R any](command cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, command, params)
		return err
	})
}

// do does steps, each with the time that one may take.
func (p *Page) do(t testing.TB, what string, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, longest)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
}

// ask is what an action gives.
func ask[T any](t testing.TB, p *Page, what string, action chromedp.Action[T]) T {
	t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, longest)
	defer cancel()
	out, err := chromedp.Run(ctx, action)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	return out
}
