// Package arch holds the code to the house: who may know whom, which library
// belongs to which room, what pure rooms may not call, and how long a file
// may be. It is a test and nothing else; the tables in it are the house as it
// is now, and a new room gets its line there. It knows no other package: it
// reads their sources.
package arch
