package desk

import (
	"bytes"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"kwi/internal/archive"
	"kwi/internal/crash"
	"kwi/internal/fault"
	"kwi/internal/page"
	"kwi/internal/post"
	"kwi/internal/questionnaire"
	"kwi/internal/sheet"
)

// MostIncoming is how many bytes of a file that came back are worth reading:
// more is refused whatever it holds.
const MostIncoming = archive.MostFile

// Incoming is a file that came back: a workbook or its sheet as text, a page for
// the browser, a saved mail with one attached, or a saved mail or text with the
// answers in it.
type Incoming struct {
	Name  string
	Data  []byte
	Lying bool // it lay in a folder: where nothing is filled in, it did not come back
}

// came is what was in one file.
type came struct {
	came     []questionnaire.Return
	unfilled bool    // nothing, and the file only lay there
	unread   []error // the file, or what came with it, each with its reason
}

// atOnce is how many files are read at the same time.
const atOnce = 4

// readAll reads files, and keeps their order.
func readAll(files []Incoming) []came {
	all := make([]came, len(files))
	turns := make(chan bool, atOnce)
	var readings []<-chan struct{}
	for i, f := range files {
		turns <- true
		readings = append(readings, crash.Go(func() {
			defer func() { <-turns }()
			all[i] = f.look()
		}, func(fell *fault.Fault) { all[i] = came{unread: []error{fell}} }))
	}
	for _, over := range readings {
		<-over
	}
	return all
}

// look reads a file, and passes over one that only lay there, still empty.
func (f Incoming) look() (c came) {
	var err error
	if f.isMail() {
		c.came, c.unread, err = f.mail()
	} else {
		c.came, err = f.read()
	}
	if err != nil {
		return came{unread: append(c.unread, err)}
	}
	c.unfilled = f.Lying && len(c.unread) == 0 && !slices.ContainsFunc(c.came, func(r questionnaire.Return) bool { return !r.Empty() })
	if c.unfilled {
		c.came = nil
	}
	return c
}

// isMail reports whether the file is a saved mail, and not a sheet or a page that
// begins as one. One of Outlook that is damaged may be known by its name alone.
func (f Incoming) isMail() bool {
	return (post.IsMail(f.Data) || strings.EqualFold(path.Ext(f.Name), ".msg")) && !isCSVName(f.Name) && !page.IsPage(f.Data)
}

// read reads the list in a file that is no mail.
func (f Incoming) read() ([]questionnaire.Return, error) {
	switch {
	case bytes.HasPrefix(f.Data, []byte("PK")), bytes.HasPrefix(f.Data, []byte("\xd0\xcf\x11\xe0")):
		return sheet.Read(f.Data, f.Name)
	case isCSVName(f.Name):
		return sheet.ReadCSV(f.Data, f.Name)
	case page.IsPage(f.Data):
		r, err := page.Read(f.Data, f.Name)
		if err != nil {
			return nil, err
		}
		return []questionnaire.Return{r}, nil
	case utf8.Valid(f.Data) && bytes.IndexByte(f.Data, 0) < 0 && len(f.Data) < 2<<20:
		if sheet.IsCSV(f.Data) {
			return sheet.ReadCSV(f.Data, f.Name)
		}
		if r, ok := questionnaire.ReadText(string(f.Data), f.Name); ok {
			return []questionnaire.Return{r}, nil
		}
	}
	if len(f.Data) >= MostIncoming {
		return nil, fault.New(fault.Overflow, questionnaire.Name(f.Name))
	}
	return nil, fault.New(fault.NotWorkbook, questionnaire.Name(f.Name))
}

// isCSVName reports whether a file is called a sheet saved as text.
func isCSVName(name string) bool {
	return slices.Contains([]string{".csv", ".tsv"}, strings.ToLower(path.Ext(name)))
}

// book reads a workbook, or its sheet saved as text, that came with a mail.
func (f Incoming) book(a post.Attached) ([]questionnaire.Return, error) {
	if isCSVName(a.Name) {
		return sheet.ReadCSV(a.Content, f.Name)
	}
	return sheet.Read(a.Content, f.Name)
}

// mailedBy notes who the mail is from that returns came in.
func mailedBy(from []string, came ...questionnaire.Return) []questionnaire.Return {
	for i := range came {
		came[i].Mailed, came[i].From = true, from
	}
	return came
}

// mail reads the lists in a mail, of which there may be several, and tells what
// came with it and cannot be read. Where a list came back both filled and empty,
// the empty one does not count.
func (f Incoming) mail() (came []questionnaire.Return, unread []error, err error) {
	m, err := post.Read(f.Data, f.Name)
	if err != nil {
		return nil, nil, err
	}
	var all []questionnaire.Return
	stray := false
	for _, a := range m.Files {
		some, err := f.book(a)
		if fault.Has(err, fault.NotOurs) {
			stray = stray || sheet.HoldsStrays(a.Content)
			continue // their own, beside ours
		}
		if err != nil {
			return nil, m.Unread, err
		}
		all = append(all, mailedBy(a.From, some...)...)
	}
	for _, said := range m.Texts {
		if r, ok := questionnaire.ReadText(said.Text, f.Name); ok {
			all = append(all, mailedBy(said.From, r)...)
		} else {
			stray = stray || questionnaire.HoldsStrays(said.Text)
		}
	}
	switch {
	case len(all) > 0:
	case len(m.Unread) > 0:
		return nil, m.Unread, nil
	default:
		return nil, nil, fault.New(fault.NotOurs, questionnaire.Name(f.Name))
	}
	if stray {
		all = append(all, questionnaire.StrayBeside(all[0]))
	}
	var filled []questionnaire.Return
	for _, r := range all {
		if !r.Empty() {
			filled = append(filled, r)
		}
	}
	if len(filled) == 0 {
		filled = all[:1]
	}
	return filled, m.Unread, nil
}
