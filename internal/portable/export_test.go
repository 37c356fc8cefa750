package portable

// ReadUpTo is Read with room for so many megabytes.
var ReadUpTo = readLimited
