// Package office is what stands between the program and the files of its
// user: what is written for them and what they bring in. The command line and
// the interface both stand on it.
//
// Whatever is written goes through Write or WriteLists: whole or not at all,
// for this user alone, and never over something that kwi did not write itself
// in this form. A document carries a seal, a hash of all the rest of it; who
// changed or filled in the file broke the seal, and then the file is theirs.
//
// Incoming files and folders are read by ReadIncoming. A file that cannot be
// read is told beside the others, and what kwi put in a folder itself and
// nobody has touched is no list that came back.
//
// The package knows the desk, the portable file and what a data file looks
// like. It must not know a command or a screen.
package office
