package sync

import "encoding/json"

// headRecord is the head of a client at the hub.
type headRecord struct {
	Who
	Marks  []string      `json:"marks,omitempty"`
	Sent   uint64        `json:"sent,omitempty"` // how many sendings there were, of which those are the last
	Erased []headErasure `json:"erased,omitempty"`
}

func (h *headRecord) read(value []byte) {
	if json.Unmarshal(value, h) != nil {
		*h = headRecord{} // whoever it was, it was somebody
	}
	h.User, h.Computer = cleanName(h.User), cleanName(h.Computer)
	if len(h.Marks) > remembered {
		h.Marks = h.Marks[len(h.Marks)-remembered:]
	}
	h.Erased = h.Erased[max(0, len(h.Erased)-mostErasures):]
}
