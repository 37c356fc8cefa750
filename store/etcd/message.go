package etcd

import "kwi/store"

// The messages of etcd's interface in JSON, as far as they are used: bytes are
// base64 and numbers of 64 bits are strings, as Go's own encoding has them.

type header struct {
	Revision store.Rev `json:"revision,string"`
}

type keyValue struct {
	Key         []byte    `json:"key"`
	Value       []byte    `json:"value"`
	ModRevision store.Rev `json:"mod_revision,string"`
}

type rangeRequest struct {
	Key       []byte    `json:"key"`
	RangeEnd  []byte    `json:"range_end,omitempty"`
	Limit     int64     `json:"limit,string,omitempty"`
	Revision  store.Rev `json:"revision,string,omitempty"`
	KeysOnly  bool      `json:"keys_only,omitempty"`
	CountOnly bool      `json:"count_only,omitempty"`
}

type rangeResponse struct {
	Header header     `json:"header"`
	KVs    []keyValue `json:"kvs"`
	More   bool       `json:"more"`
}

type putRequest struct {
	Key   []byte `json:"key"`
	Value []byte `json:"value"`
}

type deleteRequest struct {
	Key []byte `json:"key"`
}

type operation struct {
	Range  *rangeRequest  `json:"request_range,omitempty"`
	Put    *putRequest    `json:"request_put,omitempty"`
	Delete *deleteRequest `json:"request_delete_range,omitempty"`
}

// compare is the condition that a key was last changed at a revision; 0 is that
// of a key that is not there.
type compare struct {
	Result      string    `json:"result"`
	Target      string    `json:"target"`
	Key         []byte    `json:"key"`
	ModRevision store.Rev `json:"mod_revision,string"`
}

type transaction struct {
	Compare []compare   `json:"compare,omitempty"`
	Success []operation `json:"success,omitempty"`
	Failure []operation `json:"failure,omitempty"`
}

type transactionResponse struct {
	Header    header `json:"header"`
	Succeeded bool   `json:"succeeded"`
	Responses []struct {
		Range *rangeResponse `json:"response_range"`
	} `json:"responses"`
}

type watchRequest struct {
	Create watchCreate `json:"create_request"`
}

type watchCreate struct {
	Key      []byte    `json:"key"`
	RangeEnd []byte    `json:"range_end"`
	Start    store.Rev `json:"start_revision,string"`
	Fragment bool      `json:"fragment"`
}

type watchResponse struct {
	Result struct {
		Header   header    `json:"header"`
		Created  bool      `json:"created"`
		Canceled bool      `json:"canceled"`
		Reason   string    `json:"cancel_reason"`
		Compact  store.Rev `json:"compact_revision,string"`
		Fragment bool      `json:"fragment"`
		Events   []struct {
			KV keyValue `json:"kv"`
		} `json:"events"`
	} `json:"result"`
	Error *refusal `json:"error"`
}

// refusal is what etcd says when it does not do what is asked. Its releases
// put the words under one name or the other.
type refusal struct {
	Message string `json:"message"`
	Error   string `json:"error"`
}
