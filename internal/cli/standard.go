package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kwi/internal/desk"
	"kwi/internal/office"
	"kwi/internal/wholefile"
)

// standard is how a command names standard input or output. Where the form of what goes
// out is chosen by the end of a name, that end may stand behind it: -.pdf.
const standard = "-"

// isStandard reports whether a name is that of standard output.
func isStandard(name string) bool {
	return name == standard || strings.HasPrefix(name, standard+".") && !strings.ContainsAny(name, `/\`)
}

// documentForm is the form that a document gets by the name of its file, which must be
// one of these. On standard output it is text that can be read, unless the name has an
// end.
func (r *invocation) documentForm(out string, forms []desk.Form) (desk.Form, error) {
	if out == standard && slices.Contains(forms, ".md") {
		return ".md", nil
	}
	return desk.FormOf(out), r.wrongForm(out, forms)
}

// writeDocument writes what was made, whole, to its file or to standard output.
func (r *invocation) writeDocument(ctx context.Context, out string, form desk.Form, content []byte, data string) error {
	if isStandard(out) {
		return r.toStandard(form, content)
	}
	return office.Write(ctx, out, content, data)
}

// toStandard writes what was made to standard output. A terminal shows text alone:
// anything else would only disturb it.
func (r *invocation) toStandard(form desk.Form, content []byte) error {
	if r.OutTerminal && !slices.Contains([]desk.Form{".md", ".html", ".csv", ".json", ".eml"}, form) {
		return cannot("cli.out.terminal")
	}
	_, err := r.Out.Write(content)
	return err
}

// spooled puts standard input in a file of its own, for what reads here and there in it,
// and takes that away afterwards.
func (r *invocation) spooled(ctx context.Context, read func(path string) error) error {
	folder, err := wholefile.Folder("kwi-input")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	path := filepath.Join(folder, "input.db")
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, office.Impatient{Context: ctx, From: r.In})
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	return read(path)
}
