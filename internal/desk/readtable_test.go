package desk_test

import (
	"archive/zip"
	"bytes"
	"testing"

	"kwi/internal/desk"
	"kwi/internal/fault"
)

// TestAFileThatIsNoTableIsToldAsSuch, and not as a list that somebody filled in.
func TestAFileThatIsNoTableIsToldAsSuch(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("brief.txt")
	if err == nil {
		_, err = w.Write([]byte("Beste"))
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data []byte
		kind fault.Kind
	}{
		"a zip of something else": {b.Bytes(), fault.NoText},
		"far too large":           {append([]byte("PK\x03\x04"), make([]byte, 64<<20)...), fault.TableSize},
	} {
		if _, err := desk.ReadTable(desk.Incoming{Name: "tabel.xlsx", Data: c.data}); !fault.Has(err, c.kind) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
