// Package pdf puts documents on paper: the customer value monitor of a
// client, the minutes of a session, the list that a respondent fills in at the
// table, and the A3 plan.
// Fonts are embedded, and the same document gives the same bytes.
//
// The library does not clip: what is too long runs off the page. So all text
// is measured first (metrics.go, font.go), broken or made smaller to a floor
// that can still be read, and what then does not fit is named on the page.
//
// What reads from right to left is put in its order, and Arabic letters get the
// forms in which they join (internal/text). What the fonts lack stands as a box,
// and Unset tells which characters those are and where, for whoever writes it.
//
// Layout is made of pieces: things of a known height that a page holds whole
// (piece.go), and no page ends with a head. A monitor and a list become pieces
// and flow over pages; the plan is one page of blocks.
//
// The package is the only one that knows the PDF library. It must not know a
// client's data, a file or the clock: it is given values that hold nothing
// their reader may not see.
package pdf
