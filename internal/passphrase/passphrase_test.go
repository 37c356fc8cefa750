package passphrase_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"filippo.io/age"
	"filippo.io/age/armor"

	"kwi/internal/fault"
	"kwi/internal/passphrase"
	"kwi/internal/watchword"
)

const quick, secret = 4, "een heel lange zin"

func encrypted(t *testing.T, content string) []byte { return encryptedWith(t, secret, content) }

func encryptedWith(t *testing.T, with, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := passphrase.Encrypt(&b, with, quick)
	if err == nil {
		_, err = io.WriteString(w, content)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func decrypted(from []byte, with string) (string, error) {
	r, err := passphrase.Decrypt(bytes.NewReader(from), with)
	if err != nil {
		return "", err
	}
	b, err := io.ReadAll(r)
	return string(b), err
}

// TestOnlyItsPassphraseOpensWhatIsEncrypted, also where age wrote it as text.
func TestOnlyItsPassphraseOpensWhatIsEncrypted(t *testing.T) {
	t.Parallel()
	content := strings.Repeat("klanten ", 20000)
	b := encrypted(t, content)
	var asText bytes.Buffer
	w := armor.NewWriter(&asText)
	_, err := w.Write(b)
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	for name, from := range map[string][]byte{"bytes": b, "text": asText.Bytes()} {
		if !passphrase.Encrypted(from[:passphrase.Magic]) {
			t.Errorf("%s: is not known again", name)
		}
		if got, err := decrypted(from, secret); err != nil || got != content {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
		if _, err := decrypted(from, "Een heel lange zin"); !errors.Is(err, passphrase.ErrWrong) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if passphrase.Encrypted([]byte("SQLite format 3")) || passphrase.Encrypted(nil) {
		t.Error("everything is called encrypted")
	}
}

// TestWhatIsCutOrChangedIsDamaged and never taken for all.
func TestWhatIsCutOrChangedIsDamaged(t *testing.T) {
	t.Parallel()
	b := encrypted(t, strings.Repeat("klanten ", 20000))
	for _, cut := range []int{30, 200, len(b) / 2, len(b) - 1} {
		if _, err := decrypted(b[:cut], secret); !errors.Is(err, passphrase.ErrDamaged) {
			t.Errorf("cut at %d: %v", cut, err)
		}
	}
	b[len(b)/2] ^= 1
	if _, err := decrypted(b, secret); !errors.Is(err, passphrase.ErrDamaged) {
		t.Error(err)
	}
}

func TestAPassphraseIsTheFirstLine(t *testing.T) {
	t.Parallel()
	for given, want := range map[string]string{"geheim\n": "geheim", "geheim": "geheim", "twee woorden \r\nmeer": "twee woorden ", "\ufeffmet merk\n": "met merk"} {
		if got, err := passphrase.Read(strings.NewReader(given)); err != nil || got != want {
			t.Errorf("%q gives %q, %v", given, got, err)
		}
	}
	for _, given := range []string{"", "\ngeheim"} {
		if _, err := passphrase.Read(strings.NewReader(given)); !errors.Is(err, passphrase.ErrNone) {
			t.Errorf("%q: %v", given, err)
		}
	}
	longest := strings.Repeat("x", watchword.Longest)
	if got, err := passphrase.Read(strings.NewReader("\ufeff" + longest + "\r\nmore")); err != nil || got != longest {
		t.Error("the longest is not read", err)
	}
	for given, kind := range map[string]fault.Kind{strings.Repeat("x", 5000): fault.LongPhrase, longest + "x\n": fault.LongPhrase, "\xff\xfe": fault.OddPhrase} {
		if _, err := passphrase.Read(strings.NewReader(given)); !fault.Has(err, kind) {
			t.Errorf("%q: %v", given[:min(len(given), 9)], err)
		}
	}
}

// TestTheSameWordOpensOnAnotherKeyboard, whichever wrote it and also where kwi did not compose it yet.
func TestTheSameWordOpensOnAnotherKeyboard(t *testing.T) {
	t.Parallel()
	composed, apart := "acht wél gewogen", "acht we\u0301l gewogen"
	for _, chosen := range []string{composed, apart} {
		b := encryptedWith(t, chosen, "klanten")
		for _, typed := range []string{composed, apart} {
			if got, err := decrypted(b, typed); err != nil || got != "klanten" {
				t.Errorf("%+q does not open what %+q locked: %v", typed, chosen, err)
			}
		}
		if _, err := decrypted(b, apart+"!"); !errors.Is(err, passphrase.ErrWrong) {
			t.Error(err)
		}
	}
	recipient, err := age.NewScryptRecipient(apart) // as every passphrase was taken once
	if err != nil {
		t.Fatal(err)
	}
	recipient.SetWorkFactor(quick)
	var b bytes.Buffer
	w, err := age.Encrypt(&b, recipient)
	if err == nil {
		_, err = io.WriteString(w, "klanten")
	}
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	if got, err := decrypted(b.Bytes(), apart); err != nil || got != "klanten" {
		t.Error(err)
	}
}
