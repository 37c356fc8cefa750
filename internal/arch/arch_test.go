package arch_test

import (
	"slices"
	"strings"
	"testing"
)

// pure are the rooms that know the standard library and each other, downward
// only: each those before it in this list. internal/text also knows the tables
// of Unicode in golang.org/x/text, which to write twice would be a second truth,
// and sahilm/fuzzy, which ranks what is found by its letters; both are pure.
var pure = []string{
	"internal/text", "internal/fault", "internal/watchword", "internal/language", "internal/progress", "internal/account", "internal/follow", "internal/score", "internal/observed", "internal/due", "internal/portfolio", "internal/hand", "internal/guide", "internal/advise", "internal/hint",
	"internal/lang", "internal/trace", "internal/portable", "internal/questionnaire", "internal/archive", "internal/page", "internal/table", "internal/codec", "internal/sound", "internal/report", "internal/letter", "internal/example",
}

// knows are the rooms of the program that are not pure, and whom each may
// know; "pure" is all pure rooms, "x/..." x and all below it. A room without a
// line has that of the one it lies in.
var knows = map[string][]string{
	"cmd":            {"internal/...", "store/...", "ui/..."},
	"internal/desk":  {"pure", "internal/crash", "store", "store/staged", "store/sealed", "internal/sheet", "internal/post", "internal/report/..."},
	"internal/sheet": {"pure", "internal/crash", "internal/workbook"},
	"internal/sync":  {"pure", "internal/crash", "internal/desk", "store"},
	"internal/hub":   {"pure", "internal/desk", "internal/settings", "internal/sync", "store", "store/etcd"},
	"internal/post":  {"pure", "internal/outlook"},

	"internal/settings": {"pure", "internal/wholefile"},
	"internal/crash":    {"pure", "internal/wholefile"}, // whoever catches a panic knows it

	"internal/report":      {"pure"}, // a form of the report needs no line of its own
	"internal/report/xlsx": {"pure", "internal/workbook"},

	"internal/cli":        {"pure", "internal/beside", "internal/crash", "internal/desk", "internal/hub", "internal/sync", "internal/erasing", "internal/office", "internal/post", "internal/settings", "internal/passphrase", "internal/lock", "internal/wholefile", "store", "store/bolt", "internal/cells"},
	"internal/passphrase": {"internal/text", "internal/watchword"},
	"internal/lock":       {"pure", "internal/passphrase", "store/sealed"},
	"internal/workbook":   {"internal/text"},
	"internal/outlook":    {"internal/text"},
	"internal/cells":      {"internal/text"},                                                                         // what a terminal shows, of a screen and of a command
	"internal/erasing":    {"pure", "internal/beside", "internal/desk", "internal/wholefile", "store", "store/bolt"}, // out of the data file and its copies
	"internal/office":     {"pure", "internal/crash", "internal/desk", "internal/wholefile", "store/bolt"},
	"internal/wholefile":  {},
	"internal/beside":     {"pure", "internal/wholefile"}, // two windows of the program
	"internal/arch":       {},
	"store":               {"store"},                                           // an engine knows the port, and needs no line of its own
	"store/bolt":          {"store", "store/bolt/pages", "internal/wholefile"}, // there is one writer of files
	"store/bolt/pages":    {"store"},

	"ui":                {"pure", "internal/crash", "ui/part/papers", "ui/part/erasing", "ui/part/locking", "ui/part/catching", "ui/part/moving", "ui/kit", "internal/cells", "ui/editor", "ui/widget", "ui/widget/large", "ui/part", "ui/theme", "ui/keys"},
	"ui/screen":         {"pure", "ui/kit", "internal/cells", "ui/editor", "ui/widget", "ui/widget/large", "ui/part", "ui/part/agree", "ui/part/catching", "ui/part/bring", "ui/part/inspiring", "ui/part/became", "ui/part/moving", "ui/part/locking", "ui/theme", "ui/keys"},
	"ui/kit":            {"pure", "ui/theme", "ui/keys"},
	"ui/editor":         {"internal/cells", "ui/theme", "ui/keys", "pure"},
	"ui/widget":         {"pure", "internal/crash", "ui/kit", "internal/cells", "ui/editor", "ui/theme", "ui/keys"},
	"ui/widget/large":   {"pure", "internal/cells", "ui/theme"},
	"ui/part":           {"pure", "ui/kit", "internal/cells", "ui/editor", "ui/widget", "ui/widget/large", "ui/part", "ui/theme", "ui/keys"},
	"ui/part/catching":  {"pure", "ui/kit", "internal/cells", "ui/widget", "ui/part", "ui/part/agree", "ui/theme", "ui/keys"}, // what was caught becomes an agreement
	"ui/part/became":    {"pure", "ui/kit", "internal/cells", "ui/editor", "ui/widget", "ui/part", "ui/theme", "ui/keys"},
	"ui/part/erasing":   {"pure", "ui/kit", "internal/cells", "ui/widget", "ui/part", "ui/part/papers", "ui/theme", "ui/keys"}, // whose report is a document
	"ui/part/inspiring": {"pure", "ui/kit", "internal/cells", "ui/editor", "ui/widget", "ui/part", "ui/theme", "ui/keys"},
	"ui/theme":          {},
	"ui/linear":         {"pure", "internal/crash", "ui/kit", "internal/cells", "ui/part", "ui/part/agree", "ui/part/bring", "ui/part/catching", "ui/part/erasing", "ui/part/inspiring", "ui/part/locking", "ui/part/papers", "ui/theme"}, // it shows no screen and presses no key
	"ui/keys":           {},
}

// homes are the libraries that belong to one or a few rooms.
var homes = map[string][]string{
	"go.etcd.io/bbolt":                {"store/bolt"},
	"github.com/xuri/excelize":        {"internal/workbook", "internal/sheet", "internal/report/xlsx"},
	"codeberg.org/go-pdf":             {"internal/report/pdf"},
	"github.com/go-fonts":             {"internal/report/pdf"},
	"github.com/wneessen":             {"internal/post"},
	"github.com/richardlehane":        {"internal/outlook"},
	"github.com/arran4":               {"internal/post"},
	"golang.org/x/crypto":             {"store/sealed"},
	"filippo.io/age":                  {"internal/passphrase"},
	"github.com/spf13":                {"internal/cli"},
	"charm.land":                      {"ui", "cmd/kwi"},
	"charm.land/bubbles":              {"ui/keys", "ui/kit", "ui/editor", "ui/widget"}, // screens see it wrapped
	"github.com/charmbracelet":        {"ui", "cmd/kwi"},
	"github.com/charmbracelet/x/ansi": {"ui", "cmd/kwi", "internal/cells"},
	"golang.org/x/sys":                {"cmd/kwi"},
	"golang.org/x/text":               {"internal/text"},
	"github.com/sahilm":               {"internal/text"},
	"pgregory.net/rapid":              {},
	"github.com/rogpeppe":             {},
	"github.com/chromedp":             {}, // drives the browser of the tests
	"github.com/charmbracelet/x/v":    {}, // the terminal of the tests
}

// may reports whether a room of the program may import another.
func may(from, to string) bool {
	if i := slices.Index(pure, from); i >= 0 {
		j := slices.Index(pure, to)
		return j >= 0 && j < i
	}
	room := from
	for knows[room] == nil {
		cut := strings.LastIndex(room, "/")
		if cut < 0 {
			return false
		}
		room = room[:cut]
	}
	for _, other := range knows[room] {
		below, all := strings.CutSuffix(other, "/...")
		if other == "pure" && slices.Contains(pure, to) || other == to || all && within(to, below) {
			return true
		}
	}
	return false
}

func TestWhoKnowsWhom(t *testing.T) {
	for _, s := range program(t) {
		for _, name := range s.imports {
			to, ours := strings.CutPrefix(name, "kwi/")
			switch {
			case !ours:
			case isForTests(to):
				t.Errorf("%s imports %s, which is for tests alone", s.path, to)
			case !may(s.room, to):
				t.Errorf("%s may not know %s", s.path, to)
			}
		}
	}
}

// TestTheTablesRefuse makes sure that the tables above can refuse at all.
func TestTheTablesRefuse(t *testing.T) {
	for _, no := range [][2]string{
		{"internal/account", "internal/score"}, {"internal/score", "internal/lang"}, {"internal/portable", "store"},
		{"internal/desk", "store/bolt"}, {"internal/desk", "ui/kit"}, {"internal/cli", "ui"}, {"internal/cli", "ui/screen/testkwis"},
		{"internal/cli", "ui/part"}, {"internal/cli", "ui/theme"}, {"internal/cli", "ui/kit"}, {"ui", "internal/cli"}, {"ui/part/bring", "internal/cli"},
		{"ui/part/bring", "internal/office"}, {"internal/office", "internal/cli"}, {"internal/office", "ui/part"}, {"internal/cells", "ui/theme"},
		{"ui", "ui/screen/testkwis"}, {"ui", "internal/desk"}, {"ui/screen/testkwis", "ui/screen/measure"}, {"ui/screen/testkwis", "ui"},
		{"ui/screen/testkwis", "store"}, {"ui/screen/testkwis", "internal/desk"}, {"ui/kit", "ui"}, {"ui/widget/large", "ui/kit"}, {"ui/widget/large", "ui/widget"}, {"ui/theme", "internal/lang"},
		{"store", "internal/fault"}, {"store/bolt", "store/memory"}, {"internal/newroom", "internal/account"},
		{"internal/report", "internal/report/pdf"}, {"internal/report/pdf", "internal/desk"}, {"internal/report/pdf", "internal/report/xlsx"},
	} {
		if may(no[0], no[1]) {
			t.Errorf("%s may know %s", no[0], no[1])
		}
	}
	for _, yes := range [][2]string{
		{"internal/score", "internal/account"}, {"internal/desk", "store"}, {"ui/screen/testkwis", "ui/kit"}, {"ui", "internal/hand"},
		{"cmd/kwi", "ui/screen/testkwis"}, {"cmd/kwi", "internal/desk"}, {"internal/cli", "store/bolt"}, {"internal/cli", "internal/cells"}, {"internal/cli", "internal/office"}, {"ui/part", "internal/cells"},
		{"internal/report/pdf", "internal/report"},
	} {
		if !may(yes[0], yes[1]) {
			t.Errorf("%s may not know %s", yes[0], yes[1])
		}
	}
}

func TestLibrariesHaveTheirHome(t *testing.T) {
	for _, s := range program(t) {
		for _, name := range s.imports {
			longest, rooms := "", []string(nil)
			for library, home := range homes {
				if strings.HasPrefix(name, library) && len(library) > len(longest) {
					longest, rooms = library, home
				}
			}
			foreign := strings.Contains(strings.SplitN(name, "/", 2)[0], ".")
			switch {
			case longest != "" && !within(s.room, rooms...):
				t.Errorf("%s: %s belongs in %v", s.path, name, rooms)
			case longest == "" && foreign:
				t.Errorf("%s: %s has no home in the table", s.path, name)
			case foreign && slices.Contains(pure, s.room) && !slices.Contains(homes[longest], "internal/text"):
				t.Errorf("%s: a pure room knows the standard library only, not %s", s.path, name)
			}
		}
	}
}
