package sealed

import (
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/crypto/chacha20poly1305"
)

// SecretSize is how many bytes a secret has of which a Key is made.
const SecretSize = 32

// IDSize is how many bytes tell keys apart.
const IDSize = 16

// Key seals and opens what stands in a store. It never changes, and may be used by several goroutines at once.
type Key struct {
	values, names cipher.AEAD
	draw          []byte // of which the nonce of a name is made
	id            [IDSize]byte
	kinds         []string
}

// NewSecret draws a secret of which nobody can know anything.
func NewSecret() []byte {
	secret := make([]byte, SecretSize)
	_, _ = rand.Read(secret) // which never fails
	return secret
}

// NewKey makes the key of a secret. kinds are the beginnings of record keys, up to their first slash, that everybody may
// read: they tell what a record is and never of whom. Any other is sealed as well.
func NewKey(secret []byte, kinds ...string) (*Key, error) {
	if len(secret) != SecretSize {
		return nil, fmt.Errorf("a secret of %d bytes", len(secret))
	}
	k := &Key{kinds: slices.Clone(kinds)}
	part := func(of string, size int) []byte {
		b, err := hkdf.Key(sha256.New, secret, nil, "kwi sealed store 1: "+of, size)
		if err != nil {
			panic(err) // no size here is too large
		}
		return b
	}
	var err error
	if k.values, err = chacha20poly1305.NewX(part("values", chacha20poly1305.KeySize)); err != nil {
		return nil, err
	}
	if k.names, err = chacha20poly1305.NewX(part("names", chacha20poly1305.KeySize)); err != nil {
		return nil, err
	}
	k.draw = part("nonces of names", sha256.Size)
	copy(k.id[:], part("identity", IDSize))
	return k, nil
}

// ID tells this key from others and tells nothing of its secret.
func (k *Key) ID() []byte { return k.id[:] }

// spelled is how a sealed part of a record key is written, without the slash that parts have between them.
var spelled = base64.RawURLEncoding.Strict()

var errNotOurs = errors.New("not sealed with this key")

// sealName seals the key of a record part by part, so that what begins with the same parts does so when it is sealed.
func (k *Key) sealName(name string) string {
	var b strings.Builder
	for from := 0; ; {
		end := strings.IndexByte(name[from:], '/')
		part, last := name[from:], end < 0
		if !last {
			part = part[:end]
		}
		if from == 0 && !last && slices.Contains(k.kinds, part) {
			b.WriteString(part)
		} else {
			b.WriteString(k.sealPart(name[:from], part))
		}
		if last {
			return b.String()
		}
		b.WriteByte('/')
		from += end + 1
	}
}

// sealPart seals one part of a record key. It gives the same each time, since a record is looked for by its key: the nonce
// is made of all that it seals, so no two texts have the same.
func (k *Key) sealPart(before, part string) string {
	nonce := k.mac(before + part)[:chacha20poly1305.NonceSizeX]
	return spelled.EncodeToString(k.names.Seal(nonce, nonce, []byte(part), []byte(before)))
}

func (k *Key) mac(text string) []byte {
	h := hmac.New(sha256.New, k.draw)
	h.Write([]byte(text))
	return h.Sum(nil)
}

// OpenName is the key of a record whose sealed one is given.
func (k *Key) OpenName(name string) (string, error) {
	var opened []byte
	for n, part := range strings.Split(name, "/") {
		if n > 0 {
			opened = append(opened, '/')
		} else if slices.Contains(k.kinds, part) && len(part) < len(name) {
			opened = append(opened, part...)
			continue
		}
		b, err := spelled.DecodeString(part)
		if err != nil || len(b) < chacha20poly1305.NonceSizeX {
			return "", errNotOurs
		}
		plain, err := k.names.Open(nil, b[:chacha20poly1305.NonceSizeX], b[chacha20poly1305.NonceSizeX:], opened)
		if err != nil {
			return "", errNotOurs
		}
		opened = append(opened, plain...)
	}
	return string(opened), nil
}

// sealPrefix is what the sealed keys begin with of the records whose keys begin with prefix. What of it is no whole part
// cannot be looked for: whoever scans opens the keys and passes over what does not fit.
func (k *Key) sealPrefix(prefix string) string {
	sealed := k.sealName(prefix)
	return sealed[:strings.LastIndexByte(sealed, '/')+1]
}

// sealValue seals a value as that of the record whose sealed key is given: under another it cannot be opened.
func (k *Key) sealValue(name string, value []byte) []byte {
	b := make([]byte, chacha20poly1305.NonceSizeX, chacha20poly1305.NonceSizeX+len(value)+chacha20poly1305.Overhead)
	_, _ = rand.Read(b)
	return k.values.Seal(b, b, value, []byte(name))
}

// openValue opens what sealValue gave. The value belongs to the caller.
func (k *Key) openValue(name string, value []byte) ([]byte, error) {
	if len(value) < chacha20poly1305.NonceSizeX {
		return nil, errNotOurs
	}
	plain, err := k.values.Open(nil, value[:chacha20poly1305.NonceSizeX], value[chacha20poly1305.NonceSizeX:], []byte(name))
	if err != nil {
		return nil, errNotOurs
	}
	return plain, nil
}

// GroupOf has groups of records told by their sealed keys, under names that tell nothing.
func (k *Key) GroupOf(group func(key string) string) func(name string) string {
	return func(name string) string {
		key, err := k.OpenName(name)
		if err != nil {
			return name
		}
		return spelled.EncodeToString(k.mac("group " + group(key))[:IDSize])
	}
}
