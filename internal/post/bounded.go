package post

import (
	"errors"
	"net"
	"time"
)

// errEndless ends a conversation in which the server says more than any
// server has to say.
var errEndless = errors.New("the server says more than there is to say")

// bounded is a connection of which only so much is read, in only so much
// time. What is allowed counts from the last call of allow.
type bounded struct {
	net.Conn
	left int // bytes that may still be read
}

// allow lets so many bytes be read from now on, and gives so much time for
// all that is read and written.
func (b *bounded) allow(bytes int, patience time.Duration) error {
	b.left = bytes
	return b.SetDeadline(time.Now().Add(patience))
}

// Read implements net.Conn.
func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errEndless
	}
	n, err := b.Conn.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}
