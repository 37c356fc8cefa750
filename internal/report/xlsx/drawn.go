package xlsx

import (
	"bytes"
	"html"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/xuri/excelize/v2"
)

// What a chart is made of: the cells that it names, the switches that the
// library writes as words where some readers want a figure, and the bars of a
// target, which are paper.
var (
	named = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`<(str|num)Ref><f>([^<]*)</f>(?:<numCache>.*?</numCache>)?</(?:str|num)Ref>`)
	})
	switches = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`="(true|false)"`) })
	hollow   = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(<a:solidFill><a:srgbClr val="` + paper + `"></a:srgbClr></a:solidFill>)(</spPr><invertIfNegative)`)
	})
	anchored = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`<xdr:twoCellAnchor editAs="oneCell">(<xdr:from>.*?</xdr:from>)<xdr:to>.*?<xdr:colOff>(\d+)</xdr:colOff>.*?<xdr:rowOff>(\d+)</xdr:rowOff></xdr:to>(.*?)</xdr:twoCellAnchor>`)
	})
)

// drawn is a chart with what stands in the cells that it names, so that a
// program that opens no cells draws it too, and with an edge round the bars of
// a target, so that they show on paper.
func (b *monitorBook) drawn(text []byte) []byte {
	text = named().ReplaceAllFunc(text, func(found []byte) []byte {
		m := named().FindSubmatch(found)
		kind, area := string(m[1]), string(m[2])
		var out bytes.Buffer
		out.WriteString("<" + kind + "Ref><f>" + area + "</f><" + kind + "Cache>")
		if kind == "num" {
			out.WriteString("<formatCode>General</formatCode>")
		}
		values := b.valuesOf(html.UnescapeString(area))
		out.WriteString(`<ptCount val="` + strconv.Itoa(len(values)) + `"></ptCount>`)
		for i, value := range values {
			if _, err := strconv.ParseFloat(value, 64); value == "" || kind == "num" && err != nil {
				continue // no figure, no point
			}
			out.WriteString(`<pt idx="` + strconv.Itoa(i) + `"><v>` + escapedText(value) + "</v></pt>")
		}
		out.WriteString("</" + kind + "Cache></" + kind + "Ref>")
		return out.Bytes()
	})
	text = switches().ReplaceAllFunc(text, func(found []byte) []byte {
		if string(found) == `="true"` {
			return []byte(`="1"`)
		}
		return []byte(`="0"`)
	})
	return hollow().ReplaceAll(text, []byte(`$1<a:ln w="12700"><a:solidFill><a:srgbClr val="`+inkColour+`"></a:srgbClr></a:solidFill></a:ln>$2`))
}

// placed is the charts of a sheet with their size told as one: the library
// tells it as how far the last corner lies outside of the first cell, which a
// program may take for the edge of that cell.
func placed(text []byte) []byte {
	return anchored().ReplaceAll(text, []byte(`<xdr:oneCellAnchor>$1<xdr:ext cx="$2" cy="$3"></xdr:ext>$4</xdr:oneCellAnchor>`))
}

// valuesOf is what stands in cells, as a chart names them: 'Sheet'!$A$1:$A$3.
func (b *monitorBook) valuesOf(area string) (out []string) {
	sheet, cells, ok := strings.Cut(strings.TrimPrefix(area, "'"), "'!")
	if !ok {
		return nil
	}
	sheet = strings.ReplaceAll(sheet, "''", "'")
	first, last, more := strings.Cut(strings.ReplaceAll(cells, "$", ""), ":")
	if !more {
		last = first
	}
	c1, r1, err1 := excelize.CellNameToCoordinates(first)
	c2, r2, err2 := excelize.CellNameToCoordinates(last)
	if err1 != nil || err2 != nil {
		return nil
	}
	for row := r1; row <= r2; row++ {
		for column := c1; column <= c2; column++ {
			value, err := b.GetCellValue(sheet, cellName(column, row), excelize.Options{RawCellValue: true})
			if err != nil {
				value = ""
			}
			out = append(out, value)
		}
	}
	return out
}
