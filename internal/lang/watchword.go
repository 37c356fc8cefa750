package lang

import (
	"errors"

	"kwi/internal/watchword"
)

// Unopened is what is said of a passphrase that did not open what was asked and can be typed
// once more; "" is that the error is another one.
func (w *Words) Unopened(err error) string {
	switch {
	case errors.Is(err, watchword.ErrOther):
		return w.T("veil.wrong")
	case errors.Is(err, watchword.ErrFirst):
		return w.T("veil.first")
	case errors.Is(err, watchword.ErrNext):
		return w.T("veil.next")
	}
	return ""
}
