package portable_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"kwi/internal/account/accounttest"
	"kwi/internal/fault"
	"kwi/internal/portable"
)

func TestAnyClientsReadBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := portable.File{Supplier: rapid.SampledFrom([]string{"", "S", `B "V" é`}).Draw(t, "supplier")}
		for _, id := range []string{"a", "b-2"}[:rapid.IntRange(0, 2).Draw(t, "clients")] {
			f.Clients = append(f.Clients, accounttest.Client(t, id))
		}
		f.Firm = accounttest.Scans(t)
		var once, twice bytes.Buffer
		if err := portable.Write(&once, f); err != nil {
			t.Fatal(err)
		}
		back, err := portable.Read(bytes.NewReader(once.Bytes()))
		if err != nil {
			t.Fatalf("%v\n%s", err, once.String())
		}
		if !reflect.DeepEqual(f, back) {
			t.Fatalf("%+v\n%+v", f, back)
		}
		_ = portable.Write(&twice, back)
		if !bytes.Equal(once.Bytes(), twice.Bytes()) {
			t.Fatal("not the same bytes")
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"newmedia.json", "worked.json"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, r := range refused {
		if len(r.file) < 2000 {
			f.Add([]byte(r.file))
		}
	}
	f.Add(written(f, portable.File{Supplier: "S", Clients: nil}))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := portable.Read(bytes.NewReader(data))
		if err != nil {
			if _, ok := err.(*fault.Fault); !ok {
				t.Fatalf("no fault: %v", err)
			}
			return
		}
		once := written(t, file)
		back, err := portable.Read(bytes.NewReader(once))
		if err != nil {
			t.Fatalf("%v\n%s", err, once)
		}
		if !reflect.DeepEqual(file, back) || !bytes.Equal(once, written(t, back)) {
			t.Fatalf("%s", once)
		}
	})
}

// TestACutFileIsNeverAccepted also shows that no byte at which a file ends
// makes the reader panic.
func TestACutFileIsNeverAccepted(t *testing.T) {
	data := bytes.TrimSpace(written(t, read(t, "worked.json")))
	for n := range data {
		if _, err := portable.Read(bytes.NewReader(data[:n])); !fault.Has(err, fault.Syntax, fault.NotPortable) {
			t.Fatalf("cut at %d: %v", n, err)
		}
	}
}

func TestErrorsOfReaderAndWriterComeBack(t *testing.T) {
	broken := errors.New("broken")
	if _, err := portable.Read(iotest.ErrReader(broken)); err != broken {
		t.Error(err)
	}
	if err := portable.Write(full{broken}, read(t, "worked.json")); err != broken {
		t.Error(err)
	}
}

type full struct{ err error }

func (f full) Write([]byte) (int, error) { return 0, f.err }

func TestAFileBeyondTheRoomIsRefused(t *testing.T) {
	file := head + tail
	for room, want := range map[int]bool{1 << 20: true, 1<<20 + 1: false} {
		_, err := portable.ReadUpTo(strings.NewReader(file+strings.Repeat(" ", room-len(file))), 1)
		if want != (err == nil) || err != nil && !fault.Has(err, fault.TooBig) {
			t.Error(room, err)
		}
	}
}

func TestDeepNestingIsRefusedAtOnce(t *testing.T) {
	for _, deep := range []string{strings.Repeat("[", 1<<20), strings.Repeat(`{"a":`, 1<<20), in(`"cycles":` + strings.Repeat("[", 1<<20))} {
		if _, err := portable.Read(strings.NewReader(deep)); err == nil {
			t.Error("accepted")
		}
	}
}

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile(filepath.Join("testdata", "newmedia.json"))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := portable.Read(bytes.NewReader(data)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	data, _ := os.ReadFile(filepath.Join("testdata", "newmedia.json"))
	f, err := portable.Read(bytes.NewReader(data))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		written(b, f)
	}
}
