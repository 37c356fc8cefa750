package codec

import (
	"fmt"
	"strconv"
	"strings"

	"kwi/internal/account"
)

// Supplier is the key of whose data these are.
const Supplier = "file/supplier"

// SummaryPrefix is what the keys of all summaries begin with.
const SummaryPrefix = "summary/"

// Kinds are what the keys of records begin with, up to the first slash. They tell
// what a record is, and never of whom.
func Kinds() []string {
	return []string{"answers", "apart", "base", "client", "cycle", "draft", "erased", "file", "hub", "past", "plan", "sending", "step", "summary"}
}

// ClientKey is the key of a client's own record.
func ClientKey(id string) string { return "client/" + id }

// CycleKey is the key of a cycle's words.
func CycleKey(id string, name account.CycleName) string { return "cycle/" + id + "/" + string(name) }

// AnswersKey is the key of one respondent's answers in a cycle in which they
// are divided.
func AnswersKey(id string, name account.CycleName, who account.Initials) string {
	return UndividedKey(id, name) + "/" + string(who)
}

// UndividedKey is the key of the answers of all in a cycle in which they are
// together.
func UndividedKey(id string, name account.CycleName) string {
	return "answers/" + id + "/" + string(name)
}

// PlanKey is the key of the plan of a year.
func PlanKey(id string, year int) string { return fmt.Sprintf("plan/%s/%04d", id, year) }

// SummaryKey is the key of a client's summary.
func SummaryKey(id string) string { return SummaryPrefix + id }

// StepPrefix is what the keys of all steps of clients begin with.
const StepPrefix = "step/"

// StepKey is the key of a step of a client's journal; keys are in the order
// of their numbers.
func StepKey(id string, n uint64) string { return fmt.Sprintf("step/%s/%016x", id, n) }

// PastPrefix is what the keys of all steps begin with that are of no client.
const PastPrefix = "past/"

// PastKey is the key of a step that is of no client; keys are in the order of
// their numbers.
func PastKey(n uint64) string { return fmt.Sprintf("%s%016x", PastPrefix, n) }

// ParsePast is the number of such a step.
func ParsePast(key string) (n uint64, ok bool) {
	n, err := strconv.ParseUint(strings.TrimPrefix(key, PastPrefix), 16, 64)
	return n, err == nil && key == PastKey(n)
}

// Hub is the key of to which team a data file belongs.
const Hub = "file/hub"

// HubPrefix is what the keys of all begin with that is noted of clients at the
// hub.
const HubPrefix = "hub/"

// HubKey is the key of what is noted of a client at the hub.
func HubKey(id string) string { return HubPrefix + id }

// BaseKey is the key of what a record of a client was when this file and the hub
// were last the same.
func BaseKey(id, key string) string { return BasePrefix + id + "/" + key }

// BasePrefix is what the keys of all of these begin with.
const BasePrefix = "base/"

// SendingPrefix is what the keys of all begin with that is on its way to the hub.
const SendingPrefix = "sending/"

// SendingKey is the key of what of a client is on its way to the hub.
func SendingKey(id string) string { return SendingPrefix + id }

// ApartPrefix is what the keys of all begin with that was done to clients in two
// places and could not be put together.
const ApartPrefix = "apart/"

// ApartKey is the key of one of these.
func ApartKey(id string, n uint64) string { return fmt.Sprintf("%s%s/%016x", ApartPrefix, id, n) }

// ErasedPrefix is what the keys of all begin with that is noted of somebody who was
// erased at a client of a team, until every laptop has been back since.
const ErasedPrefix = "erased/"

// ErasedKey is the key of one of these, by its mark.
func ErasedKey(id, mark string) string { return ErasedPrefix + id + "/" + mark }

// KeyAs is the key that a record of a client would have with another ID.
func KeyAs(key, id string) string {
	kind, rest, _ := strings.Cut(key, "/")
	if _, rest, more := strings.Cut(rest, "/"); more {
		return kind + "/" + id + "/" + rest
	}
	return kind + "/" + id
}

// GroupOf is the client whose record a key is that of, or where it is that of
// none the key itself: drafts are no part of them.
func GroupOf(key string) string {
	if k, ok := Parse(key); ok {
		return k.Client
	}
	return key
}

// RecordKind tells records apart.
type RecordKind byte

// The kinds of record of one client.
const (
	ClientRecord RecordKind = iota + 1
	CycleRecord
	AnswersRecord
	PlanRecord
	SummaryRecord
	StepRecord
)

// Key is what the key of a client's record says.
type Key struct {
	Kind   RecordKind
	Client string
	Cycle  account.CycleName // of CycleRecord and AnswersRecord
	Who    account.Initials  // of AnswersRecord; "" where those of all are together
	Year   int               // of PlanRecord
	Step   uint64            // of StepRecord
}

// Parse takes a key apart; false where it is not that of a client's record.
func Parse(key string) (k Key, ok bool) {
	kind, rest, _ := strings.Cut(key, "/")
	id, last, deep := strings.Cut(rest, "/")
	k.Client = id
	switch kind {
	case "client":
		k.Kind, ok = ClientRecord, !deep
	case "summary":
		k.Kind, ok = SummaryRecord, !deep
	case "cycle":
		k.Kind, k.Cycle, ok = CycleRecord, account.CycleName(last), account.CycleName(last).Valid()
	case "answers":
		name, who, divided := strings.Cut(last, "/")
		k.Kind, k.Cycle, k.Who = AnswersRecord, account.CycleName(name), account.Initials(who)
		ok = k.Cycle.Valid() && divided == (who != "")
	case "plan":
		n, err := strconv.Atoi(last)
		k.Kind, k.Year, ok = PlanRecord, n, err == nil && key == PlanKey(id, n)
	case "step":
		n, err := strconv.ParseUint(last, 16, 64)
		k.Kind, k.Step, ok = StepRecord, n, err == nil && key == StepKey(id, n)
	}
	return k, ok && account.ValidID(id)
}
