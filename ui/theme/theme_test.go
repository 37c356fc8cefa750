package theme

import (
	"image/color"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// tokens are the styles of a theme by their names, with its ground.
func tokens(t Theme) map[string]string {
	found := map[string]string{"Ground": t.Ground}
	v := reflect.ValueOf(t)
	for i := range v.NumField() {
		if s, is := v.Field(i).Interface().(Style); is {
			found[v.Type().Field(i).Name] = s.open
		}
	}
	return found
}

var (
	trueColour = regexp.MustCompile(`(3|4)8;2;(\d+);(\d+);(\d+)`)
	oneOfAll   = regexp.MustCompile(`[34]8[;:]`)
)

type rgb [3]float64

// coloursIn are the colours of a sequence: of the text and of its ground.
func coloursIn(open string, text, ground rgb) (rgb, rgb) {
	for _, m := range trueColour.FindAllStringSubmatch(open, -1) {
		var c rgb
		for i := range c {
			n, _ := strconv.Atoi(m[2+i])
			c[i] = float64(n) / 255
		}
		if m[1] == "3" {
			text = c
		} else {
			ground = c
		}
	}
	return text, ground
}

// luminance and ratio are those of WCAG 2.2.
func (c rgb) luminance() float64 {
	for i, v := range c {
		if c[i] = v / 12.92; v > 0.04045 {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]
}

func ratio(a, b rgb) float64 {
	high, low := max(a.luminance(), b.luminance()), min(a.luminance(), b.luminance())
	return (high + 0.05) / (low + 0.05)
}

// TestEveryTokenStandsOffFromItsGround: of the theme of contrast from its ground by 7 to 1, on a ground that
// the theme paints itself; of the themes on the terminal's ground by 4.5 to 1, on the
// black or the white that they are for.
func TestEveryTokenStandsOffFromItsGround(t *testing.T) {
	t.Parallel()
	black, white := rgb{}, rgb{1, 1, 1}
	if got := ratio(black, white); math.Abs(got-21) > 0.001 {
		t.Fatalf("black on white is %v", got)
	}
	for _, test := range []struct {
		theme        Theme
		text, ground rgb
		least        float64
	}{{Contrast(), rgb{}, rgb{}, 7}, {Dark(), white, black, 4.5}, {Light(), black, white, 4.5}} {
		text, ground := coloursIn(test.theme.Ground, test.text, test.ground)
		for name, open := range tokens(test.theme) {
			if got := ratio(coloursIn(open, text, ground)); got < test.least {
				t.Errorf("%s of %s stands off by %.2f to 1", name, test.theme.Name, got)
			}
			if strings.Contains(open, "\x1b[2m") || strings.Contains(open, ";2m") && !trueColour.MatchString(open) {
				t.Errorf("%s of %s is faint, by how much nobody knows", name, test.theme.Name)
			}
		}
	}
}

// TestInTwoHundredColoursEveryTokenStandsOffToo: as many terminals have no more, and what is grey
// gets no colour there.
func TestInTwoHundredColoursEveryTokenStandsOffToo(t *testing.T) {
	t.Parallel()
	of256 := func(c rgb) (near rgb) {
		r, g, b, _ := ansi.Convert256(color.RGBA{uint8(c[0]*255 + 0.5), uint8(c[1]*255 + 0.5), uint8(c[2]*255 + 0.5), 255}).RGBA()
		return rgb{float64(r) / 0xffff, float64(g) / 0xffff, float64(b) / 0xffff}
	}
	for _, test := range []struct {
		theme        Theme
		text, ground rgb
		least        float64
	}{{Contrast(), rgb{}, rgb{}, 7}, {Dark(), rgb{1, 1, 1}, rgb{}, 4.5}, {Light(), rgb{}, rgb{1, 1, 1}, 4.5}} {
		text, ground := coloursIn(test.theme.Ground, test.text, test.ground)
		for name, open := range tokens(test.theme) {
			of, on := coloursIn(open, text, ground)
			if got := ratio(of256(of), of256(on)); got < test.least {
				t.Errorf("%s of %s stands off by %.2f to 1", name, test.theme.Name, got)
			}
		}
		faint, _ := coloursIn(test.theme.Faint.open, text, ground)
		if c := of256(faint); slices.Max(c[:])-slices.Min(c[:]) > 0.01 {
			t.Errorf("what stands back in %s is no grey but %v", test.theme.Name, c)
		}
	}
}

// TestTheOwnColoursAreTheTerminals: none but its sixteen, and what is in hand in none
// of them but the other way round.
func TestTheOwnColoursAreTheTerminals(t *testing.T) {
	t.Parallel()
	coloured := 0
	for name, open := range tokens(Own()) {
		if oneOfAll.MatchString(open) {
			t.Errorf("%s has a colour of its own: %q", name, open)
		}
		if regexp.MustCompile(`[;\[]3[0-7][;m]`).MatchString(open) {
			coloured++
		}
	}
	if own := Own(); coloured < 4 || own.Selected.open != Mono().Selected.open || own.Ground != "" {
		t.Errorf("%d tokens with a colour; %q in hand", coloured, own.Selected.open)
	}
}

// TestWithoutColourNothingIsSaidByColour: there is none, what is in hand has another
// ground or is turned round in every theme, and all themes have the same signs, each
// one cell wide.
func TestWithoutColourNothingIsSaidByColour(t *testing.T) {
	t.Parallel()
	for name, open := range tokens(Mono()) {
		if regexp.MustCompile(`[;\[][349][0-9][;m]`).MatchString(open) {
			t.Errorf("%s has a colour: %q", name, open)
		}
	}
	for _, th := range all() {
		if th.Selected.open == "" || !reflect.DeepEqual(th.Glyphs, glyphs()) {
			t.Errorf("%s", th.Name)
		}
	}
	g := reflect.ValueOf(glyphs())
	for i := range g.NumField() {
		for _, sign := range signsOf(g.Field(i).Interface()) {
			if ansi.StringWidth(sign) != 1 {
				t.Errorf("%q is not one cell wide", sign)
			}
		}
	}
}

func signsOf(v any) []string {
	if all, is := v.([]string); is {
		return all
	}
	return []string{v.(string)}
}

// TestTheKeyGoesThroughAllThemes and comes back, from one that is not among them too.
func TestTheKeyGoesThroughAllThemes(t *testing.T) {
	t.Parallel()
	var seen []string
	for th := Dark(); len(seen) < 6; th = After(th) {
		seen = append(seen, th.Name)
	}
	if want := []string{"dark", "light", "contrast", "ansi", "mono", "dark"}; !slices.Equal(seen, want) {
		t.Errorf("%q", seen)
	}
	if After(Plain()).Name != "dark" || Following(false, false).Name != "light" || Following(true, false).Name != "dark" || Following(false, true).Name != "ansi" {
		t.Error("not by its terminal")
	}
}
