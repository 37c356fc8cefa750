package portable

import (
	"fmt"
	"maps"
	"slices"

	"kwi/internal/account"
	"kwi/internal/fault"
)

func (k *checker) dangling(what string, place ...any) {
	k.refuse(fault.Dangling, []string{what}, at(place...)...)
}

// fresh refuses initials that somebody has already.
func (k *checker) fresh(who account.Initials, place ...any) {
	if k.respondents[who] || k.colleagues[who] {
		k.refuse(fault.DuplicateInitials, []string{string(who)}, at(place...)...)
	}
}

// once refuses what was seen before.
func once[K comparable](k *checker, seen map[K]bool, what K, place ...any) {
	if seen[what] {
		k.refuse(fault.Doubled, []string{fmt.Sprint(what)}, at(place...)...)
	}
	seen[what] = true
}

// known refuses somebody who is not in the list.
func (k *checker) known(list map[account.Initials]bool, who account.Initials, place ...any) {
	if !list[who] {
		k.dangling(string(who), place...)
	}
}

// all refuses people in a list who are unknown or stand there twice.
func (k *checker) all(list, or map[account.Initials]bool, people []account.Initials, place ...any) {
	seen := map[account.Initials]bool{}
	for i, who := range people {
		if !list[who] && !or[who] {
			k.dangling(string(who), append(slices.Clone(place), i)...)
		}
		once(k, seen, who, append(slices.Clone(place), i)...)
	}
}

// eachKnown refuses a key that names nobody.
func eachKnown[V any](k *checker, list map[account.Initials]bool, m map[account.Initials]V, place string) {
	for _, who := range keys(m) {
		k.known(list, who, place, who)
	}
}

// code refuses a KWI that no cycle of the client has.
func (k *checker) code(kwi account.KWICode, place ...any) {
	if kwi != 0 && !k.codes[kwi] {
		k.dangling(kwi.String(), place...)
	}
}

func keys[K ~string, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
