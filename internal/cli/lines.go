package cli

import (
	"github.com/spf13/pflag"

	"kwi/internal/settings"
)

// everyonesWish is the name in the environment by which somebody tells all programs
// that they listen to the screen: any value does.
const everyonesWish = "ACCESSIBLE"

// inLines is the option of a command that opens the interface.
func (r *invocation) inLines(o *pflag.FlagSet) {
	o.BoolVar(&r.lines, "accessible", false, r.words.T("cli.option.accessible"))
}

// tellsInLines reports whether the interface tells and asks in lines, and which name in
// the environment says so. An option goes above that, the name of this program above
// that of all, and the setting below both.
func (r *invocation) tellsInLines() (lines bool, by string) {
	own := r.Getenv("KWI_ACCESSIBLE")
	switch {
	case r.lines:
		return true, ""
	case own == settings.On || own == settings.Off:
		return own == settings.On, "KWI_ACCESSIBLE"
	case r.Getenv(everyonesWish) != "":
		return true, everyonesWish
	}
	return r.settings.Accessible == settings.On, ""
}
