package browsertest

import (
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Eval is what an expression in JavaScript gives in the page, a promise waited
// for. The page's own policy does not forbid it.
func Eval[T any](t testing.TB, p *Page, expression string) T {
	t.Helper()
	return ask(t, p, expression, chromedp.Evaluate[T](expression, func(e *runtime.EvaluateParams) { e.AwaitPromise = new(true) }))
}

// Text is what can be seen of the first element that a CSS selector names.
func (p *Page) Text(t testing.TB, selector string) string {
	t.Helper()
	return ask(t, p, selector, chromedp.Text(chromedp.CSS(selector)))
}

// Click clicks on the first element that a CSS selector names, where it is.
func (p *Page) Click(t testing.TB, selector string) {
	t.Helper()
	p.do(t, selector, chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible))
}

// Fill types a text in a field, in the place of what stood there.
func (p *Page) Fill(t testing.TB, selector, text string) {
	t.Helper()
	p.do(t, selector, chromedp.Clear(chromedp.CSS(selector)), chromedp.SendKeys(chromedp.CSS(selector), text))
}

// Press presses keys, wherever the focus is: text as it is typed, and the keys
// of chromedp's kb such as "\t" and "\r".
func (p *Page) Press(t testing.TB, keys string) {
	t.Helper()
	p.do(t, keys, chromedp.KeyEvent(keys))
}

// Shot is a picture of the whole page as PNG, below what the window shows too.
func (p *Page) Shot(t testing.TB) []byte {
	t.Helper()
	return ask(t, p, "picture", chromedp.FullScreenshot(100))
}

// Print is the page as it is printed, as PDF, on the paper that it asks for
// itself or else on A4.
func (p *Page) Print(t testing.TB) []byte {
	t.Helper()
	return ask(t, p, "print", chromedp.PrintToPDF(chromedp.PDFPrintBackground(), func(print *page.PrintToPDFParams) {
		print.PaperWidth, print.PaperHeight, print.PreferCSSPageSize = 210/25.4, 297/25.4, new(true)
		print.GenerateTaggedPDF, print.GenerateDocumentOutline = new(true), new(true)
	}))
}
