package workbooktest

import (
	"slices"
	"strings"
)

// orders are the children of elements in the order in which ECMA-376 wants
// them, of all elements of ours in which a reader looks at it.
var orders = map[string][]string{
	"workbook":   names("fileVersion fileSharing workbookPr workbookProtection bookViews sheets externalReferences definedNames calcPr"),
	"styleSheet": names("numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors"),
	"worksheet": names("sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter mergeCells conditionalFormatting " +
		"dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks drawing"),
	"sheetView":      names("pane selection"),
	"dataValidation": names("formula1 formula2"),
	"c":              names("f v is"),
	"xf":             names("alignment protection"),
	"font":           names("b i strike condense extend outline shadow u vertAlign sz color name family charset scheme"),
	"border":         names("left right top bottom diagonal"),

	"oneCellAnchor": names("from ext graphicFrame clientData"),
	"graphicFrame":  names("nvGraphicFramePr xfrm graphic"),
	"from":          names("col colOff row rowOff"),

	"chartSpace": names("date1904 lang roundedCorners style chart spPr txPr printSettings"),
	"chart":      names("title autoTitleDeleted view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax"),
	"view3D":     names("rotX hPercent rotY depthPercent rAngAx perspective"),
	"title":      names("tx layout overlay spPr txPr"),
	"plotArea":   names("layout barChart lineChart catAx valAx dTable spPr"),
	"barChart":   names("barDir grouping varyColors ser dLbls gapWidth overlap serLines axId"),
	"lineChart":  names("grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId"),
	"ser":        names("idx order tx spPr invertIfNegative marker dPt dLbls trendline errBars cat val smooth"),
	"dLbls": names("numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator " +
		"showLeaderLines leaderLines"),
	"marker":   names("symbol size spPr"),
	"strRef":   names("f strCache"),
	"numRef":   names("f numCache"),
	"strCache": names("ptCount pt"),
	"numCache": names("formatCode ptCount pt"),
	"catAx": names("axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr " +
		"crossAx crosses crossesAt auto lblAlgn lblOffset noMultiLvlLbl"),
	"valAx": names("axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr " +
		"crossAx crosses crossesAt crossBetween majorUnit minorUnit"),
	"scaling": names("logBase orientation max min"),
	"legend":  names("legendPos legendEntry layout overlay spPr txPr"),
	"spPr":    names("noFill solidFill pattFill ln"),
	"ln":      names("noFill solidFill pattFill prstDash round miter headEnd tailEnd"),
}

func names(all string) []string { return strings.Fields(all) }

// inOrder reports whether children stand in the order of their parent; of a
// parent that has none every order is right.
func inOrder(parent string, children []string) bool {
	order, known := orders[parent]
	if !known {
		return true
	}
	at := 0
	for _, c := range children {
		i := slices.Index(order, c)
		if i < at {
			return false
		}
		at = i
	}
	return true
}
