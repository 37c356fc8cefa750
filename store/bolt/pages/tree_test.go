package pages

import (
	"bytes"
	"fmt"
	"slices"
	"testing"
)

// read returns all keys of a bucket, by its tree.
func read(t testing.TB, f File, bucket string, from, until []byte) (keys []string, err error) {
	t.Helper()
	r, err := f.Reader()
	if err != nil {
		return nil, err
	}
	tree, err := r.Bucket(bucket)
	if err != nil || tree == nil {
		return nil, err
	}
	err = tree.Scan(from, until, func(e Element) error { keys = append(keys, string(e.Key)); return nil })
	return keys, err
}

// TestATreeHasWhatTheWalkHas compares reading by keys with reading everything: each key alone, and every stretch of keys.
func TestATreeHasWhatTheWalkHas(t *testing.T) {
	whole := written(t)
	f := opened(t, whole)
	all, values := map[string][]string{}, map[string][]byte{}
	w := f.Walk(Strict)
	err := w.Buckets(func(name string, bucket Element) error {
		all[name] = nil
		return w.Records(bucket, func(e Element) error {
			all[name] = append(all[name], string(e.Key))
			values[string(e.Key)] = e.Value
			return nil
		})
	})
	if err != nil || len(all) != 3 {
		t.Fatal(len(all), err)
	}
	r, err := f.Reader()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range all {
		if keys, err := read(t, f, name, nil, nil); err != nil || !slices.Equal(keys, want) {
			t.Errorf("%s: %d of %d keys, %v", name, len(keys), len(want), err)
		}
		tree, err := r.Bucket(name)
		if err != nil || tree == nil {
			t.Fatal(name, err)
		}
		for i, key := range want {
			if value, err := tree.Get([]byte(key)); err != nil || !bytes.Equal(value, values[key]) {
				t.Errorf("%s: %d bytes, %v", key, len(value), err)
			}
			if value, err := tree.Get([]byte(key + "!")); err != nil || value != nil {
				t.Errorf("%s!: %d bytes, %v", key, len(value), err)
			}
			j := min(i+1+i%17, len(want)-1)
			if keys, err := read(t, f, name, []byte(key), []byte(want[j])); err != nil || !slices.Equal(keys, want[i:max(i, j)]) {
				t.Errorf("%s to %s: %v, %v", key, want[j], keys, err)
			}
		}
	}
	if tree, err := r.Bucket("none"); tree != nil || err != nil {
		t.Error(tree, err)
	}
}

// FuzzChangedTree overwrites any stretch of a file: what a tree then gives out is what stands in the file, in order and
// with nothing passed over, or an error.
func FuzzChangedTree(f *testing.F) {
	whole := written(f)
	f.Add(2048, []byte{1, 2, 3})
	f.Add(4096, whole[8192:9216])
	f.Fuzz(func(t *testing.T, at int, change []byte) {
		bad := bytes.Clone(whole)
		if at < 0 || at >= len(bad) {
			return
		}
		copy(bad[at:], change)
		file, err := Open(bytes.NewReader(bad), int64(len(bad)))
		if err != nil {
			return
		}
		for _, name := range []string{"one", "two", "empty", "none"} {
			keys, err := read(t, file, name, nil, nil)
			if !slices.IsSorted(keys) {
				t.Error(fmt.Sprintf("%.200q", keys), err)
			}
		}
	})
}

// TestABranchThatLeadsBack has every pointer of every branch lead to every branch of the same bucket, itself included and
// those that are out of use: reading ends, and whatever is read nevertheless is what stands in the file. (A page of another
// bucket shows in what stands on it: package bolt has a sum of every record.)
func TestABranchThatLeadsBack(t *testing.T) {
	whole := written(t)
	good := opened(t, whole)
	want := map[string][]string{}
	for _, name := range []string{"one", "two"} {
		want[name], _ = read(t, good, name, nil, nil)
	}
	var branches []filePage
	for id := uint64(2); id < good.pages; id++ {
		if p, err := good.load(id); err == nil && p.kind == branchKind {
			branches = append(branches, p)
		}
	}
	tried, refused := 0, 0
	for _, from := range branches {
		for i := range from.count {
			for _, to := range branches {
				if bucketOf(from) != bucketOf(to) {
					continue
				}
				bad := bytes.Clone(whole)
				byteOrder.PutUint64(bad[from.id*good.page+pageHead+uint64(i)*elementSize+8:], to.id)
				file, err := Open(bytes.NewReader(bad), int64(len(bad)))
				if err != nil {
					t.Fatal(err)
				}
				for name := range want {
					tried++
					keys, err := read(t, file, name, nil, nil)
					if err != nil {
						refused++
					} else if !slices.Equal(keys, want[name]) {
						t.Errorf("page %d, %d to page %d: %d keys of %s, without a word", from.id, i, to.id, len(keys), name)
					}
				}
			}
		}
	}
	if refused == 0 {
		t.Errorf("none of %d was refused", tried)
	}
	t.Logf("%d branches: %d of %d readings were refused", len(branches), refused, tried)
}

// bucketOf is the bucket that a branch is of, which the keys of these begin with.
func bucketOf(p filePage) string {
	elements, _ := p.elements()
	return string(elements[0].Key[:3])
}
