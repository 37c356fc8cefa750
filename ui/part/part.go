// Package part is what several screens show of the domain alike: the head, the
// stages and the gate of a cycle, who the user is, the standard questions, and
// why nothing stands beside names. Larger parts have a package of their own
// below it: agreements, and the lists that go out and come back.
//
// It knows the contract of a screen, widgets and the pure rooms, and must not
// know a screen, the root, the desk or the store.
package part
