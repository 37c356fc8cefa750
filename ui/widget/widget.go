// Package widget is what screens are made of, whatever they are about: lists,
// tables, a matrix and bars, forms with their fields, and the
// dialogs; what is to be read from across the room is in large. Widgets are
// plain values; what they draw is text, and what they answer is a kit.Outcome.
//
// It knows the contract of a screen, the bindings, the theme and the words. It
// must not know a screen, the root, the desk or the store, nor what a stage, a
// KWI or an agreement is.
package widget
