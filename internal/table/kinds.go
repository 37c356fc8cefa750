package table

// FileKinds are the ends of the names of files that may hold a table, in lower case:
// sheets as text, workbooks, and the cards of an address book. What a file is, its
// content says and not its name.
func FileKinds() []string { return []string{".csv", ".tsv", ".txt", ".xlsx", ".ods", ".vcf"} }
