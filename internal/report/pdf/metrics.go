package pdf

import (
	"encoding/binary"
	"sync"

	"github.com/go-fonts/dejavu/dejavusanscondensed"
	"github.com/go-fonts/dejavu/dejavusanscondensedbold"
	"github.com/go-fonts/dejavu/dejavusanscondensedoblique"
)

// fontFace is one of the fonts that a document is set in.
type fontFace byte

// The faces.
const (
	regular fontFace = iota
	boldFace
	oblique
	faceCount
)

// family is the name of the fonts in the file.
const family = "DejaVuSansCondensed"

// styles are how the faces are called by the library.
var styles = [faceCount]string{regular: "", boldFace: "B", oblique: "I"}

func (f fontFace) file() []byte {
	switch f {
	case boldFace:
		return dejavusanscondensedbold.TTF
	case oblique:
		return dejavusanscondensedoblique.TTF
	}
	return dejavusanscondensed.TTF
}

// widths are the advances of a face by character, in thousandths of the size;
// -1 where the face has no such character. We read them ourselves, so that
// layout needs no page to measure on and knows what a face lacks.
type widths [1 << 16]int16

var measured = [faceCount]func() *widths{
	regular: sync.OnceValue(regular.measure), boldFace: sync.OnceValue(boldFace.measure), oblique: sync.OnceValue(oblique.measure),
}

// measure reads the tables of a TrueType font that tell which glyph a
// character has (cmap, format 4) and how wide it is (hmtx).
func (f fontFace) measure() *widths {
	b := f.file()
	u16 := func(i int) int { return int(binary.BigEndian.Uint16(b[i:])) }
	u32 := func(i int) int { return int(binary.BigEndian.Uint32(b[i:])) }
	at := map[string]int{}
	for i := range u16(4) {
		entry := 12 + 16*i
		at[string(b[entry:entry+4])] = u32(entry + 8)
	}
	em, metrics, hmtx := u16(at["head"]+18), u16(at["hhea"]+34), at["hmtx"]
	out := &widths{}
	for i := range out {
		out[i] = -1
	}
	set := func(char, glyph int) {
		advance := u16(hmtx + 4*min(glyph, metrics-1))
		out[char] = int16((1000*advance + em/2) / em)
	}
	cmap := at["cmap"]
	for i := range u16(cmap + 2) {
		t := cmap + u32(cmap+8+8*i)
		if u16(t) != 4 {
			continue
		}
		n := u16(t + 6) // twice the number of segments
		for s := 0; s < n; s += 2 {
			end, start := u16(t+14+s), u16(t+16+n+s)
			delta, offset := u16(t+16+2*n+s), u16(t+16+3*n+s)
			for c := start; c <= end && c < 0xFFFF; c++ {
				glyph := c + delta
				if offset != 0 {
					if glyph = u16(t + 16 + 3*n + s + offset + 2*(c-start)); glyph != 0 {
						glyph += delta
					}
				}
				if glyph &= 0xFFFF; glyph != 0 {
					set(c, glyph)
				}
			}
		}
		break
	}
	return out
}
