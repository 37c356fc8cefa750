package main

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"kwi/internal/cli"
	"kwi/ui/linear"
)

// answers gives a line each time that it is asked for, and does first what happens
// meanwhile.
type answers []struct {
	meanwhile func()
	line      string
}

// Read implements io.Reader.
func (a *answers) Read(b []byte) (int, error) {
	if len(*a) == 0 {
		return 0, io.EOF
	}
	next := (*a)[0]
	if *a = (*a)[1:]; next.meanwhile != nil {
		next.meanwhile()
	}
	return copy(b, next.line+"\n"), nil
}

// inLines has somebody listen who types passphrases where they are asked, and gives what
// was said.
func (l *lockable) inLines(given answers, typed ...string) string {
	l.Helper()
	var out, said bytes.Buffer
	env := l.env
	env.Interactive = func(ctx context.Context, s cli.Session) error {
		c, err := lined(ctx, s, func() time.Time { return day })
		if err != nil {
			return err
		}
		c.In, c.Out = &given, &out
		ask := func(_ context.Context, question string) (string, error) {
			out.WriteString(question + "\n")
			if len(typed) == 0 {
				return "", cli.ErrNoTerminal
			}
			one := typed[0]
			typed = typed[1:]
			return one, nil
		}
		c.Unlock = func() error { return asksAgain(ctx, s, ask) }
		c.Secret = func(question string) (string, error) { return ask(ctx, question) }
		return linear.Run(ctx, c)
	}
	env.Out, env.Err = &said, &said
	if code := cli.Run(l.Context(), env, []string{"--lang", "nl"}); code != 0 {
		l.Fatalf("exit %d, %s", code, &said)
	}
	return out.String()
}

// TestLinesGoOnWithALockThatTheFileGotElsewhere: before the next answer is taken the
// passphrase is asked, after another one that of before as well; nothing that was answered is
// lost. Who does not type it is out, and is told that the answer does not count.
func TestLinesGoOnWithALockThatTheFileGotElsewhere(t *testing.T) {
	t.Parallel()
	l := newLockable(t)
	l.write("first", firstPhrase)
	l.write("second", secondPhrase)
	said := l.inLines(answers{
		{nil, "nieuwe klant"},
		{func() { l.run(0, "lock", "--passphrase-file", l.at("first")) }, "Klant Een"},
		{func() {
			l.run(0, "lock", "--change", "--passphrase-file", l.at("first"), "--new-passphrase-file", l.at("second"))
		}, "terug"},
		{func() { l.run(0, "unlock", "--passphrase-file", l.at("second")) }, "nieuwe klant"},
		{nil, "Klant Twee"},
		{nil, "stop"},
	}, secondPhrase, firstPhrase, firstPhrase, secondPhrase)
	for _, part := range []string{"kreeg in een ander venster een wachtzin", "Dat is een andere wachtzin", "kreeg in een ander venster een andere", "Typ nu de nieuwe", "Het slot is er in een ander venster af gehaald", "Alles is bewaard"} {
		if !strings.Contains(said, part) {
			t.Errorf("%q is not said in\n%s", part, said)
		}
	}
	if all := l.run(0, "list"); !strings.Contains(all, "Klant Een") || !strings.Contains(all, "Klant Twee") || strings.Contains(said, "Begin opnieuw") {
		t.Errorf("%s\n%s", all, said)
	}
	said = l.inLines(answers{{nil, "nieuwe klant"}, {func() { l.run(0, "lock", "--passphrase-file", l.at("first")) }, "Klant Drie"}})
	if !strings.Contains(said, "je laatste antwoord telt niet") || strings.Contains(l.with(firstPhrase, 0, "list"), "Klant Drie") {
		t.Error(said)
	}
}

// TestThePassphraseIsSetChangedAndTakenOffInLines: it is typed unseen, twice where it is new, and
// nothing of it is told; what cannot be is asked anew, and who does not know the one that is there
// changes nothing.
func TestThePassphraseIsSetChangedAndTakenOffInLines(t *testing.T) {
	t.Parallel()
	l := newLockable(t)
	told := func(said string, parts ...string) {
		t.Helper()
		for _, part := range parts {
			if !strings.Contains(said, part) {
				t.Errorf("%q is not said in\n%s", part, said)
			}
		}
		for _, secret := range []string{firstPhrase, secondPhrase, "heel iets anders"} {
			if strings.Contains(said, secret) {
				t.Errorf("a passphrase is told in\n%s", said)
			}
		}
	}
	lock := func(lines ...string) (given answers) {
		for _, line := range append([]string{"nieuwe klant", "Klant Een", "terug", "instellingen", "wachtzin"}, lines...) {
			given = append(given, struct {
				meanwhile func()
				line      string
			}{nil, line})
		}
		return given
	}
	told(l.inLines(lock("een wachtzin op", "?"), firstPhrase, "heel iets anders", firstPhrase, firstPhrase),
		"nog geen wachtzin", "wie die vergeet komt nooit meer bij deze gegevens", "niet te zien en niet te horen", "Nieuwe wachtzin:", "Nog een keer:", "De tweede keer staat er iets anders", "Je gegevens zitten op slot.")
	if all := l.with(firstPhrase, 0, "list"); !strings.Contains(all, "Klant Een") {
		t.Fatal(all)
	}
	l.write("first", firstPhrase)
	l.write("second", secondPhrase)
	l.env.Secret = func(context.Context, string) (string, error) { return firstPhrase, nil }
	told(l.inLines(lock("een andere", "terug"), "heel iets anders", secondPhrase, secondPhrase, firstPhrase, secondPhrase, secondPhrase),
		"Wachtzin nu:", "Dat is een andere wachtzin dan die van nu. Er is niets veranderd.", "met de nieuwe wachtzin")
	if all := l.with(secondPhrase, 0, "list"); !strings.Contains(all, "Klant Een") {
		t.Fatal(all)
	}
	l.env.Secret = func(context.Context, string) (string, error) { return secondPhrase, nil }
	told(l.inLines(lock("nu op slot", "een andere", "de wachtzin van", "de wachtzin van"), secondPhrase, "", "heel iets anders", secondPhrase),
		"kwi zit op slot.", "iedereen die bij het bestand kan", "andere wachtzin dan die van nu", "Het slot is eraf.")
	if all := l.run(0, "list"); !strings.Contains(all, "Klant Een") {
		t.Fatal(all)
	}
	told(l.inLines(lock("een wachtzin op")), "Hier kan niemand ongezien typen")
}
