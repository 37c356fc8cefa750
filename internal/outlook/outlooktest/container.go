package outlooktest

import (
	"encoding/binary"
	"slices"
)

const (
	sector     = 512
	smallest   = 64   // the sectors of streams that are short
	short      = 4096 // bytes from which a stream has sectors of its own
	endOfChain = 0xfffffffe
	ofTheFAT   = 0xfffffffd
	none       = 0xffffffff
)

// container is a file in the making.
type container struct {
	directory []byte
	fat       []uint32
	body      []byte // the sectors
	mini      []byte // the sectors of short streams
	miniFAT   []uint32
}

// Container is a file with a storage in it.
func Container(root Entry) []byte {
	c := &container{}
	c.put(root, 5)
	for len(c.directory)%sector != 0 {
		c.directory = append(c.directory, make([]byte, 128)...)
		last := c.directory[len(c.directory)-128:]
		for _, at := range []int{68, 72, 76} {
			binary.LittleEndian.PutUint32(last[at:], none)
		}
	}
	short := c.chain(c.mini)
	binary.LittleEndian.PutUint32(c.directory[116:], short)
	binary.LittleEndian.PutUint32(c.directory[120:], uint32(len(c.mini)))
	miniFAT, minis := uint32(endOfChain), 0
	if len(c.miniFAT) > 0 {
		list := words(c.miniFAT)
		miniFAT, minis = c.chain(list), (len(list)+sector-1)/sector
		// what is behind the list is free
		for i := len(c.body) - (sector-len(list)%sector)%sector; i < len(c.body); i++ {
			c.body[i] = 0xff
		}
	}
	directory := c.chain(c.directory)
	fats := 1
	for fats*sector/4 < len(c.fat)+fats {
		fats++
	}
	first := len(c.fat)
	for range fats {
		c.fat = append(c.fat, ofTheFAT)
	}
	for len(c.fat)%(sector/4) != 0 {
		c.fat = append(c.fat, none)
	}
	head := make([]byte, sector)
	copy(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	for at, v := range map[int]uint16{24: 0x3e, 26: 3, 28: 0xfffe, 30: 9, 32: 6} {
		binary.LittleEndian.PutUint16(head[at:], v)
	}
	for at, v := range map[int]uint32{44: uint32(fats), 48: directory, 56: 4096, 60: miniFAT, 64: uint32(minis), 68: endOfChain} {
		binary.LittleEndian.PutUint32(head[at:], v)
	}
	for i := range 109 {
		v := uint32(none)
		if i < fats {
			v = uint32(first + i)
		}
		binary.LittleEndian.PutUint32(head[76+4*i:], v)
	}
	return slices.Concat(head, c.body, words(c.fat))
}

func words(all []uint32) (b []byte) {
	for _, v := range all {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	return b
}

// chain puts content into sectors of its own, and gives the first.
func (c *container) chain(content []byte) uint32 {
	if len(content) == 0 {
		return endOfChain
	}
	first := uint32(len(c.fat))
	for n := 0; n < len(content); n += sector {
		c.fat = append(c.fat, uint32(len(c.fat)+1))
		c.body = append(c.body, content[n:min(n+sector, len(content))]...)
	}
	c.fat[len(c.fat)-1] = endOfChain
	c.body = append(c.body, make([]byte, (sector-len(c.body)%sector)%sector)...)
	return first
}

// put puts an entry and all below it into the directory, and gives its number.
func (c *container) put(e Entry, kind byte) uint32 {
	n := uint32(len(c.directory) / 128)
	c.directory = append(c.directory, make([]byte, 128)...)
	name, start, size := Wide(e.Name), uint32(endOfChain), uint32(len(e.Content))
	switch {
	case kind != 2:
		start = 0
	case size >= short:
		start = c.chain(e.Content)
	case size > 0:
		start = uint32(len(c.miniFAT))
		for n := 0; n < len(e.Content); n += smallest {
			c.miniFAT = append(c.miniFAT, uint32(len(c.miniFAT)+1))
		}
		c.miniFAT[len(c.miniFAT)-1] = endOfChain
		c.mini = append(c.mini, e.Content...)
		c.mini = append(c.mini, make([]byte, (smallest-len(c.mini)%smallest)%smallest)...)
	}
	below := slices.SortedFunc(slices.Values(e.Below), byName)
	child := c.siblings(below)
	d := c.directory[128*n:]
	copy(d[:62], name)
	binary.LittleEndian.PutUint16(d[64:], uint16(min(len(name), 62)+2))
	d[66], d[67] = kind, 1
	for at, v := range map[int]uint32{68: none, 72: none, 76: child, 116: start, 120: size} {
		binary.LittleEndian.PutUint32(d[at:], v)
	}
	return n
}

// siblings puts the entries of a storage as a tree, and gives its root.
func (c *container) siblings(all []Entry) uint32 {
	if len(all) == 0 {
		return none
	}
	middle := len(all) / 2
	kind := byte(2)
	if all[middle].Holds {
		kind = 1
	}
	n := c.put(all[middle], kind)
	left, right := c.siblings(all[:middle]), c.siblings(all[middle+1:])
	binary.LittleEndian.PutUint32(c.directory[128*n+68:], left)
	binary.LittleEndian.PutUint32(c.directory[128*n+72:], right)
	return n
}
