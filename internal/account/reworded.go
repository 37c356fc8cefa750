package account

import "reflect"

// Reworded are the words of what a step took away and others have put other
// words in meanwhile, so that it stays: it is known by its words, and with
// those it was not there any more. on is the client as they left it. What they
// took away themselves is gone, as the step wants it.
func Reworded(on, before, after Client) (words []string) {
	on, before, after = on.Tidy(), before.Tidy(), after.Tidy()
	findReworded(reflect.ValueOf(on), reflect.ValueOf(before), reflect.ValueOf(after), func(was, now reflect.Value) {
		had := map[string]bool{}
		tellTexts(was, func(s string) { had[s] = true })
		tellTexts(now, func(s string) {
			if !had[s] {
				words = append(words, s)
			}
		})
	})
	return words
}

func findReworded(on, before, after reflect.Value, found func(was, now reflect.Value)) {
	switch {
	case sameValue(before, after), sameValue(on, before), sameValue(on, after):
	case on.Kind() == reflect.Struct:
		for i := range on.NumField() {
			findReworded(on.Field(i), before.Field(i), after.Field(i), found)
		}
	case isOfLines(on):
		rewordedLines(on, before, after, found)
	case isKeyedList(on):
		n, a := byIdentity(on), byIdentity(after)
		for i := range before.Len() {
			was := before.Index(i)
			now, there := n[identityOf(was)]
			if is, stays := a[identityOf(was)]; there && stays {
				findReworded(now, was, is, found)
			}
		}
	}
}

// isOfLines reports whether the elements of a list are known by their words.
func isOfLines(list reflect.Value) bool {
	switch list.Interface().(type) {
	case []string, []Note, []Caught:
		return true
	}
	return isWordedList(list)
}

// rewordedLines finds what came in the place of the lines that the step took
// away and that are not there any more. Where it put a line in the place of
// another, that is no taking away.
func rewordedLines(on, before, after reflect.Value, found func(was, now reflect.Value)) {
	gone, replaced, theirs := without(before, after), without(before, on), without(on, before)
	if len(without(after, before)) > 0 {
		return
	}
	for _, was := range subtract(gone, subtract(gone, replaced)) {
		if len(theirs) == 0 {
			return
		}
		var now reflect.Value
		now, theirs = takeNearest(theirs, was)
		found(was, now)
	}
}
