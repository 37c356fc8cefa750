package post

import (
	"mime"
	"net/mail"
	"net/textproto"
	"regexp"
	"sync"
)

// mostSenders is how many addresses of one message are told.
const mostSenders = 5

// address is what looks like one in a header that is not written as it ought
// to be, as From: Klant, Kees <kk@x.example>.
var address = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[^\s<>"(),;:]+@[^\s<>"(),;:]+`) })

// sendersOf are the addresses that a message says it is from, none where that
// cannot be read.
func sendersOf(h textproto.MIMEHeader) (out []string) {
	words := &mime.WordDecoder{CharsetReader: charset}
	for _, from := range h["From"] {
		list, err := (&mail.AddressParser{WordDecoder: words}).ParseList(from)
		for _, a := range list {
			out = append(out, cleanHeader(a.Address))
		}
		if err != nil {
			for _, a := range address().FindAllString(from, mostSenders) {
				out = append(out, cleanHeader(a))
			}
		}
	}
	return out[:min(len(out), mostSenders)]
}
