package guide

import (
	"strings"

	"kwi/internal/account"
)

// StandardQuestions is the wording of the standard questions in a language
// with the supplier's name, and every other one by which they are known. In the
// simple approach, where nobody knows of a KWI, they are about the contact's own
// questions; a client may change the approach, so the words of both are known.
func StandardQuestions(a account.Approach, tag, supplier string) account.Standard {
	in := func(a account.Approach, g *Guide, name string) account.Standard {
		return account.Standard{Noticed: g.MessageIn(a, QuestionNoticed, name), Kept: g.MessageIn(a, QuestionKept, name)}
	}
	std := in(a, For(tag), supplier)
	for _, g := range readLibrary().guides {
		for _, name := range suppliersNames(supplier) {
			std.Known = append(std.Known, in(account.Extended, g, name), in(account.Simple, g, name))
		}
	}
	return std
}

// suppliersNames are the names by which a question may call the supplier: their
// own, that without its legal form, and what anybody calls a supplier.
func suppliersNames(supplier string) []string {
	names := []string{supplier, "leverancier", "de leverancier", "onze leverancier", "supplier", "the supplier", "our supplier"}
	words := strings.Fields(supplier)
	if n := len(words); n > 1 && legalForm(words[n-1]) {
		names = append(names, strings.Trim(strings.Join(words[:n-1], " "), ","))
	}
	return names
}

// legalForm reports whether a word only tells what a company is in law.
func legalForm(word string) bool {
	switch strings.ToLower(strings.ReplaceAll(word, ".", "")) {
	case "bv", "nv", "vof", "cv", "ltd", "limited", "llp", "llc", "plc", "inc", "gmbh", "ag", "sa", "sarl", "bvba", "srl":
		return true
	}
	return false
}
