package kit

// Quotable is a screen that has a text of its own for the clipboard, not broken where
// the screen breaks its lines.
type Quotable interface{ Quoted(Frame) string }
