// Package example is the portfolio that `kwi demo` opens: a supplier with
// eight clients, each somewhere else in the method, told in Dutch or in
// English. Its days are counted from the day on which it is opened, so that
// it always has promises that are late, promises to come and sessions this
// week. People carry the names of the source's example or go by their
// function.
//
// The stories are data: portfolio.json is a kwi/1 file as it was on 21
// November 2026, in which a text may be {"nl": …, "en": …}.
//
// It is pure: the same language and day give the same portfolio. It knows the
// domain and the portable file, and must not know a store, a screen or the
// clock.
package example

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"reflect"

	"kwi/internal/account"
	"kwi/internal/portable"
)

//go:embed portfolio.json
var stories []byte

// writtenOn is the day on which the stories are as their file tells them.
const writtenOn account.Date = "2026-11-21"

// Portfolio returns the example as it is on a day, in English for "en" and in
// Dutch for anything else.
func Portfolio(language string, today account.Date) portable.File {
	f, err := readStories(language)
	if err != nil {
		panic(fmt.Sprintf("example: portfolio.json: %v", err)) // our own file, which a test reads
	}
	for i := range f.Clients {
		moveClient(&f.Clients[i], today)
		f.Clients[i] = f.Clients[i].Tidy()
	}
	shift, _ := writtenOn.Until(today)
	moveDays(reflect.ValueOf(&f.Firm).Elem(), shift, today)
	f.Firm = f.Firm.Tidy()
	return f
}

// readStories reads the portfolio in one language, with its days as written.
func readStories(language string) (portable.File, error) {
	if language != "en" {
		language = "nl"
	}
	decoder := json.NewDecoder(bytes.NewReader(stories))
	decoder.UseNumber()
	var told any
	if err := decoder.Decode(&told); err != nil {
		return portable.File{}, err
	}
	plain, err := json.Marshal(chooseTexts(told, language))
	if err != nil {
		return portable.File{}, err
	}
	return portable.Read(bytes.NewReader(plain))
}

// chooseTexts replaces every text in two languages by the one that is asked
// for.
func chooseTexts(value any, language string) any {
	switch value := value.(type) {
	case map[string]any:
		if text, ok := value[language]; ok && len(value) == 2 {
			return text
		}
		for key := range value {
			value[key] = chooseTexts(value[key], language)
		}
	case []any:
		for i := range value {
			value[i] = chooseTexts(value[i], language)
		}
	}
	return value
}

// Manager is whose portfolio it is: who comes first among the supplier's
// people of each client.
func Manager(f portable.File) account.User {
	for _, c := range f.Clients {
		for _, m := range c.Colleagues {
			return account.User{Name: m.Name, Initials: m.Initials, Function: m.Role}
		}
	}
	return account.User{}
}
