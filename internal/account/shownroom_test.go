package account_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
)

// marked is a client of whom every text that somebody typed is a word of its
// own, with who may see it.
type marked struct {
	client account.Client
	words  map[string]sight
}

// sight tells of a word where it stands and whether the people in a room may
// see it, told what stands there to both teams.
type sight struct {
	at  string
	may func(r account.Room, told bool) bool
}

func never(account.Room, bool) bool  { return false }
func always(account.Room, bool) bool { return true }

// alone reports whether somebody looks along, and nobody else of the client.
func alone(r account.Room, who account.Initials) bool {
	return r.Known && !r.Guests && reflect.DeepEqual(r.Present, []account.Initials{who})
}

// allOf reports whether everybody who looks along is one of these.
func allOf(r account.Room, those []account.Initials) bool {
	if !r.Known || r.Guests || len(r.Present) == 0 {
		return false
	}
	for _, who := range r.Present {
		if !slices.Contains(those, who) {
			return false
		}
	}
	return true
}

// over reports whether the outcome of a cycle is everybody's.
func over(y *account.Cycle) bool { return y.Stage == account.Session || y.Stage == account.Closed }

// mark puts a word in the place of every text that somebody typed.
func mark(c account.Client) marked {
	m := marked{client: c.Clone(), words: map[string]sight{}}
	n := 0
	put := func(v reflect.Value, at string, may func(account.Room, bool) bool) {
		n++
		delete(m.words, v.String()) // where it was marked with all around it
		word := fmt.Sprintf("word%d.", n)
		v.SetString(word)
		m.words[word] = sight{at, may}
	}
	var all func(v reflect.Value, at string, may func(account.Room, bool) bool)
	all = func(v reflect.Value, at string, may func(account.Room, bool) bool) {
		switch v.Kind() {
		case reflect.String:
			if v.Type() == reflect.TypeFor[string]() {
				put(v, at, may)
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i).Name; f != "Number" && f != "Calendar" && f != "Message" && f != "Language" && f != "Action" {
					all(v.Field(i), at+"."+f, may)
				}
			}
		case reflect.Slice:
			for i := range v.Len() {
				all(v.Index(i), at, may)
			}
		case reflect.Map:
			for _, k := range v.MapKeys() {
				e := reflect.New(v.Type().Elem()).Elem()
				e.Set(v.MapIndex(k))
				all(e, at, may)
				v.SetMapIndex(k, e)
			}
		}
	}
	for i := range m.client.Respondents {
		r := &m.client.Respondents[i]
		put(reflect.ValueOf(&r.Name).Elem(), "name", always)
		put(reflect.ValueOf(&r.Function).Elem(), "function", always)
		put(reflect.ValueOf(&r.Email).Elem(), "e-mail", never)
		put(reflect.ValueOf(&r.Salutation).Elem(), "salutation", never)
		put(reflect.ValueOf(&r.Remark).Elem(), "remark on a respondent", never)
	}
	all(reflect.ValueOf(&m.client.Colleagues).Elem(), "colleague", always)
	all(reflect.ValueOf(&m.client.Plans).Elem(), "plan", never)
	for i := range m.client.Cycles {
		m.cycle(i, all)
	}
	return m
}

func (m *marked) cycle(i int, all func(reflect.Value, string, func(account.Room, bool) bool)) {
	y := &m.client.Cycles[i]
	told := func(r account.Room, told bool) bool { return told || over(y) }
	of := func(name string) reflect.Value { return reflect.ValueOf(y).Elem().FieldByName(name) }
	for _, internal := range []string{"Kickoff", "Analysis", "Findings", "Visits", "Ideas", "Reasons", "Passages", "Corrections", "Sendings", "PersonalWords", "Turns", "Gone"} {
		all(of(internal), internal, never)
	}
	all(of("Place"), "place", always)
	all(of("SessionFrom"), "hour of the session", always)
	all(of("SessionUntil"), "end of the session", always)
	all(of("Meeting"), "meeting", told)
	for j := range y.Meeting.Ideas {
		idea := &y.Meeting.Ideas[j]
		all(reflect.ValueOf(&idea.By).Elem(), "giver of an idea", never)
		all(reflect.ValueOf(&idea.WhyNot).Elem(), "why not of an idea", never)
	}
	for j := range y.Notes {
		n := &y.Notes[j]
		all(reflect.ValueOf(n).Elem(), "note", func(r account.Room, _ bool) bool { return allOf(r, n.Heard) })
	}
	for j := range y.Actions {
		a := &y.Actions[j]
		ours := func(account.Room, bool) bool { return !a.Internal }
		all(reflect.ValueOf(a).Elem(), "action", ours)
		all(reflect.ValueOf(&a.Why).Elem(), "why of an action", never)
		all(reflect.ValueOf(&a.So).Elem(), "so of an action", never)
		all(reflect.ValueOf(&a.Delay).Elem(), "delay of an action", never)
		all(reflect.ValueOf(&a.Origin.Text).Elem(), "what an action was made of", never)
		all(reflect.ValueOf(&a.Evidence).Elem(), "evidence", func(account.Room, bool) bool { return a.EvidenceShared && !a.Internal })
	}
	for j := range y.KWIs {
		k := &y.KWIs[j]
		round := func(told bool) bool {
			older := slices.ContainsFunc(m.client.Cycles[:i], func(z account.Cycle) bool { return z.KWI(k.Code) != nil })
			return told || older || y.Stage != account.Initialise && y.Stage != account.Draft
		}
		seen := func(r account.Room, told bool) bool {
			caught := slices.ContainsFunc(y.Notes, func(n account.Note) bool { return n.KWI == k.Code && allOf(r, n.Heard) })
			wishers := k.Wishers()
			return round(told) || caught || len(wishers) > 0 && allOf(r, append(wishers, k.SharedBy...))
		}
		all(reflect.ValueOf(k).Elem(), "KWI", seen)
		for w := range k.Wishes {
			h := &k.Wishes[w]
			all(reflect.ValueOf(h).Elem(), "wish", func(r account.Room, told bool) bool {
				return r.Known && seen(r, told) && (round(told) || slices.Contains(r.Present, h.By))
			})
		}
		all(reflect.ValueOf(&k.Why).Elem(), "why of a KWI", never)
		all(reflect.ValueOf(&k.Origin.Text).Elem(), "what a KWI was made of", never)
		all(reflect.ValueOf(&k.So).Elem(), "so of a KWI", never)
	}
	anonymous := false
	for _, n := range y.NPS {
		anonymous = anonymous || n.Anonymous
	}
	byName := y.AnswersBy == account.ByName
	for _, r := range m.client.Respondents {
		who := r.Initials
		said := func(r account.Room, t bool) bool { return r.Known && told(r, t) || byName && alone(r, who) }
		entry(y.NotExpected, who, all, "not expected", func(r account.Room, _ bool) bool {
			return alone(r, who) && slices.Contains(y.NotExpectedHeard, who)
		})
		entry(y.Remarks, who, all, "remark", func(r account.Room, t bool) bool { return slices.Contains(y.Released, who) && said(r, t) })
		entry(y.NPS, who, all, "recommendation", func(r account.Room, t bool) bool {
			return byName && !anonymous && said(r, t) && (alone(r, who) || slices.Contains(y.Released, who))
		})
	}
}

func entry[V any](m map[account.Initials]V, who account.Initials, all func(reflect.Value, string, func(account.Room, bool) bool), at string, may func(account.Room, bool) bool) {
	if v, ok := m[who]; ok {
		all(reflect.ValueOf(&v).Elem(), at, may)
		m[who] = v
	}
}

// someRoom is any room with the respondents of a client: nobody said who sits
// there, nobody, one of them, some, and with guests or without.
func someRoom(t *rapid.T, c *account.Client) account.Room {
	room := account.Room{Known: rapid.IntRange(0, 4).Draw(t, "known") > 0, Guests: rapid.IntRange(0, 3).Draw(t, "guests") == 0}
	if n := len(c.Respondents); n > 0 {
		for _, i := range rapid.Permutation(indices(n)).Draw(t, "people")[:min(n, rapid.SampledFrom([]int{0, 1, 1, 1, 2, 3}).Draw(t, "present"))] {
			room.Present = append(room.Present, c.Respondents[i].Initials)
		}
	}
	return room
}

func indices(n int) (out []int) {
	for i := range n {
		out = append(out, i)
	}
	return out
}

// TestARoomSeesNoWordThatIsNotForIt draws any client in any stage and any
// room: what is shown is exactly what the people there may see.
func TestARoomSeesNoWordThatIsNotForIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { wordsSeen(t) })
}

// TestEveryKindOfWordIsSeenAndHidden does the same with clients that are always
// the same, among which every rule says yes and no.
func TestEveryKindOfWordIsSeenAndHidden(t *testing.T) {
	seen := map[string][2]int{}
	clients := rapid.Custom(func(t *rapid.T) map[string][2]int { return wordsSeen(t) })
	for seed := range 300 {
		for at, n := range clients.Example(seed) {
			all := seen[at]
			seen[at] = [2]int{all[0] + n[0], all[1] + n[1]}
		}
	}
	for _, at := range []string{"note.Text", "not expected", "KWI.Title", "KWI.Expectation", "remark", "recommendation.Why", "action.Text", "evidence", "meeting.Notes", "meeting.Ideas.Text", "meeting.Next.Title"} {
		if n := seen[at]; n[0] == 0 || n[1] == 0 {
			t.Errorf("%s is shown %d times and hidden %d times", at, n[0], n[1])
		}
	}
}

// wordsSeen holds what is shown of some client in some room to what may be
// seen there, and counts how often each kind of word is shown and hidden.
func wordsSeen(t *rapid.T) map[string][2]int {
	m := mark(accounttest.Client(t, "x"))
	room, told := someRoom(t, &m.client), rapid.IntRange(0, 5).Draw(t, "told") == 0
	shown := m.client.Shown(room)
	if told {
		room, shown = account.Room{Known: true}, m.client.Told()
	}
	text := fmt.Sprintf("%+v", shown)
	met := map[string][2]int{}
	for word, s := range m.words {
		may, is := s.may(room, told), strings.Contains(text, word)
		n := met[s.at]
		switch {
		case is && !may:
			t.Errorf("%s is shown: %s", s.at, word)
		case may && !is:
			t.Errorf("%s is not shown: %s", s.at, word)
		case is:
			n[0]++
		default:
			n[1]++
		}
		met[s.at] = n
	}
	for i := range shown.Cycles {
		figuresOf(t, &m.client.Cycles[i], &shown.Cycles[i], room, told)
	}
	return met
}

// figuresOf holds what is shown of a cycle beside its words to the room.
func figuresOf(t *rapid.T, y, shown *account.Cycle, room account.Room, told bool) {
	for who := range shown.Answers {
		if y.AnswersBy != account.ByName || !(alone(room, who) || room.Known && (told || over(y))) {
			t.Errorf("grades of %s are shown", who)
		}
	}
	for who, n := range shown.NPS {
		if y.AnswersBy != account.ByName || n.Anonymous || y.NPS[who].Anonymous || !(alone(room, who) || room.Known && (told || over(y))) {
			t.Errorf("the recommendation of %s is shown", who)
		}
	}
	for who := range shown.Assigned {
		if !told && !alone(room, who) {
			t.Errorf("it is shown what %s judges", who)
		}
	}
	for who := range shown.Promised {
		if !alone(room, who) {
			t.Errorf("it is shown what %s was promised", who)
		}
	}
	for who := range shown.Remarks {
		if y.AnswersBy != account.ByName && account.ValidInitials(string(who)) {
			t.Errorf("by group %s stands beside a remark", who)
		}
	}
	if !room.Known {
		for _, k := range shown.KWIs {
			if k.WishedBy != "" || k.SharedBy != nil {
				t.Errorf("it is shown who wishes %s", k.Code)
			}
		}
		if shown.Meeting.Present != nil {
			t.Error("it is shown who was present")
		}
		for _, n := range shown.Meeting.Next {
			if n.WishedBy != "" {
				t.Errorf("it is shown who wishes %s", n.Title)
			}
		}
	}
	for _, a := range y.Actions {
		there := slices.ContainsFunc(shown.Actions, func(b account.Action) bool { return b.Number == a.Number })
		if there == a.Internal {
			t.Errorf("agreement %s, internal %t, is shown %t", a.Number, a.Internal, there)
		}
		if a.Internal && slices.ContainsFunc(shown.Meeting.Ideas, func(i account.Idea) bool { return i.Action == a.Number }) {
			t.Errorf("it is shown that an idea became %s", a.Number)
		}
	}
	if shown.Answered != nil || shown.AnsweredInTalk != nil || shown.AnsweredByPhone != nil || shown.ExcusedWhy != nil || shown.Reminders != nil || shown.Circumstances != "" || shown.Colouring != nil || shown.Excused != nil || shown.Tested != nil || shown.Confirmed != nil || shown.Sent != nil || shown.NotExpectedHeard != nil {
		t.Error("it is shown who waits")
	}
}
