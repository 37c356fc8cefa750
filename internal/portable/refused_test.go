package portable_test

import (
	"strings"
	"testing"

	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/portable"
	"kwi/internal/text"
)

// The parts of a file, for tests to put together and spoil.
const (
	head = `{"format":"kwi/1","supplier":"S","clients":[`
	tail = `]}`
)

// in puts fields into the one client of a file that is well otherwise.
func in(fields string) string {
	return head + `{"id":"a","name":"A","respondents":[{"initials":"KK"},{"initials":"BB"}],"colleagues":[{"initials":"RM"}],` + fields + `}` + tail
}

// cycle puts fields into the second of their cycles.
func cycle(fields string) string {
	return in(`"cycles":[{"name":"2010H2","kwis":[{"code":"KWI-07"}]},{"name":"2011H1","kwis":[{"code":"KWI-01","questions":[{"code":"1.01"},{"code":"1.02"}]}],` + fields + `}]`)
}

// nine repeats something for eight respondents and one more.
func nine(each string) string {
	var all []string
	for _, who := range strings.Split("123456789", "") {
		all = append(all, strings.ReplaceAll(each, "#", who))
	}
	return strings.Join(all, ",")
}

const y = "clients[0].cycles[1]"

var refused = []struct {
	name, file string
	kind       fault.Kind
	at         string
	value      string // the first value of the fault, "" where it does not matter
}{
	{"nothing", ``, fault.NotPortable, "", ""},
	{"another file", "PK\x03\x04", fault.NotPortable, "", ""},
	{"a list", `[]`, fault.NotPortable, "", ""},
	{"other JSON", `{"a":1}`, fault.NotPortable, "a", ""},
	{"no format", `{}`, fault.NotPortable, "format", ""},
	{"another format", `{"format":"kwi/2"}`, fault.NotPortable, "format", ""},
	{"the format is no text", `{"format":1}`, fault.BadValue, "format", "1"},
	{"no supplier", `{"format":"kwi/1","clients":[]}`, fault.Missing, "supplier", "supplier"},
	{"nothing caught", in(`"caught":[{"text":""}]`), fault.Missing, "clients[0].caught[0].text", "text"},
	{"an idea of no words", cycle(`"meeting":{"ideas":[{"text":""}]}`), fault.Missing, y + ".meeting.ideas[0].text", "text"},
	{"a session before all years", cycle(`"session":"0001-01-20"`), fault.BadValue, y + ".session", "0001-01-20"},
	{"a session that ends before it begins", cycle(`"session":"2011-06-23","sessionFrom":"16:00","sessionUntil":"09:30"`), fault.HoursTurned, y + ".sessionUntil", "16:00"},
	{"a session that ends and never begins", cycle(`"session":"2011-06-23","sessionUntil":"09:30"`), fault.HoursTurned, y + ".sessionUntil", "–"},
	{"cut off", head, fault.Syntax, "clients[0]", "1"},
	{"cut off in a text", `{"format":"kwi/1","supplier":"S`, fault.Syntax, "supplier", "1"},
	{"something behind it", head + tail + "\n x", fault.Syntax, "", "2"},
	{"a second object", head + tail + "{}", fault.Syntax, "", "1"},
	{"a zero byte behind it", head + tail + "\x00", fault.Syntax, "", "1"},
	{"a comma too many in a list", in(`"plans":[{"year":2011},]`), fault.Syntax, "clients[0].plans", ""},
	{"a comma too many in an object", `{"format":"kwi/1","supplier":"S",}`, fault.Syntax, "", ""},
	{"no comma", `{"format":"kwi/1" "supplier":"S"}`, fault.Syntax, "", ""},
	{"no colon", `{"format" "kwi/1"}`, fault.Syntax, "", ""},
	{"a key that is no text", `{format:"kwi/1"}`, fault.Syntax, "", ""},
	{"a comment", `{"format":"kwi/1",/**/"supplier":"S"}`, fault.Syntax, "", ""},
	{"an escape that is none", `{"format":"kwi/1","supplier":"\q"}`, fault.Syntax, "supplier", ""},
	{"a number that JSON does not know", in(`"plans":[{"year":02011}]`), fault.Syntax, "clients[0].plans[0].year", ""},
	{"a word that JSON does not know", in(`"sponsor":nil`), fault.Syntax, "clients[0].sponsor", ""},

	{"an unknown key above", `{"format":"kwi/1","suplier":"S"}`, fault.UnknownKey, "suplier", "suplier"},
	{"an unknown key in a client", in(`"colour":"red"`), fault.UnknownKey, "clients[0].colour", "colour"},
	{"a key in other letters", in(`"Sponsor":"KK"`), fault.UnknownKey, "clients[0].Sponsor", "Sponsor"},
	{"an unknown key deep down", cycle(`"meeting":{"who":[]}`), fault.UnknownKey, y + ".meeting.who", "who"},
	{"a key full of control characters", in(`"a\u001b[2J\u202eb":1`), fault.UnknownKey, "clients[0].a[2Jb", "a[2Jb"},
	{"a doubled key", in(`"sponsor":"KK","sponsor":"KK"`), fault.Doubled, "clients[0].sponsor", "sponsor"},
	{"a doubled key in other letters of JSON", in(`"sponsor":"KK","\u0073ponsor":"KK"`), fault.Doubled, "clients[0].sponsor", "sponsor"},
	{"a doubled key above", `{"format":"kwi/1","format":"kwi/1"}`, fault.Doubled, "format", "format"},
	{"a doubled key in a map", cycle(`"tested":{"KK":"2011-01-01","KK":""}`), fault.Doubled, y + ".tested.KK", "KK"},
	{"two codes that are one", cycle(`"assigned":{"KK":["1.02"]},"answers":{"KK":{"1.02":"6","1.002":"7"}}`), fault.Doubled, y + ".answers.KK.1.002", "1.002"},
	{"a doubled year", in(`"plans":[{"year":2011,"numbers":{"2011":{},"2011":{}}}]`), fault.Doubled, "clients[0].plans[0].numbers.2011", "2011"},

	{"null for a text", in(`"sponsor":null`), fault.BadValue, "clients[0].sponsor", "null"},
	{"null for a list", in(`"cycles":null`), fault.BadValue, "clients[0].cycles", "null"},
	{"null for an object", in(`"needs":null`), fault.BadValue, "clients[0].needs", "null"},
	{"null for a number", in(`"plans":[{"year":2011,"numbers":{"2011":{"actual":{"leads":null}}}}]`), fault.BadValue, "clients[0].plans[0].numbers.2011.actual.leads", "null"},
	{"null for a flag", in(`"needs":{"clientKnows":null}`), fault.BadValue, "clients[0].needs.clientKnows", "null"},
	{"a number for a text", in(`"sponsor":7`), fault.BadValue, "clients[0].sponsor", "7"},
	{"a text for a flag", in(`"needs":{"clientKnows":"true"}`), fault.BadValue, "clients[0].needs.clientKnows", `"true"`},
	{"a text for a number", in(`"plans":[{"year":"2011"}]`), fault.BadValue, "clients[0].plans[0].year", `"2011"`},
	{"an object for a list", in(`"cycles":{}`), fault.BadValue, "clients[0].cycles", "{…"},
	{"a list for an object", cycle(`"tested":[]`), fault.BadValue, y + ".tested", "[…"},
	{"a client that is none", head + `"a"` + tail, fault.BadValue, "clients[0]", `"a"`},
	{"a broken number", in(`"plans":[{"year":2011.0}]`), fault.BadValue, "clients[0].plans[0].year", "2011.0"},
	{"a number with an exponent", in(`"lastKWI":1e3`), fault.BadValue, "clients[0].lastKWI", "1e3"},
	{"a number beyond all bounds", in(`"lastKWI":99999999999999999999`), fault.BadValue, "clients[0].lastKWI", "99999999999999999999"},

	{"no id", head + `{"name":"A"}` + tail, fault.Missing, "clients[0].id", "id"},
	{"no name", head + `{"id":"a"}` + tail, fault.Missing, "clients[0].name", "name"},
	{"no initials", head + `{"id":"a","name":"A","respondents":[{}]}` + tail, fault.Missing, "clients[0].respondents[0].initials", "initials"},
	{"no name of a cycle", in(`"cycles":[{}]`), fault.Missing, "clients[0].cycles[0].name", "name"},
	{"no code of a KWI", in(`"cycles":[{"name":"2011H1","kwis":[{}]}]`), fault.Missing, "clients[0].cycles[0].kwis[0].code", "code"},
	{"no code of a question", in(`"cycles":[{"name":"2011H1","kwis":[{"code":"KWI-01","questions":[{}]}]}]`), fault.Missing, "clients[0].cycles[0].kwis[0].questions[0].code", "code"},
	{"no year of a plan", in(`"plans":[{}]`), fault.Missing, "clients[0].plans[0].year", "year"},
	{"no number of an action", cycle(`"actions":[{"text":"x"}]`), fault.Missing, y + ".actions[0].number", "number"},
	{"no score of an NPS answer", cycle(`"nps":{"KK":{"why":"x"}}`), fault.Missing, y + ".nps.KK.score", "score"},

	{"a bad id", head + `{"id":"A b","name":"A"}` + tail, fault.BadValue, "clients[0].id", "A b"},
	{"an id that is too long", head + `{"id":"` + strings.Repeat("a", 41) + `","name":"A"}` + tail, fault.BadValue, "clients[0].id", ""},
	{"part of a bad id", in(`"partOf":"A"`), fault.BadValue, "clients[0].partOf", "A"},
	{"part of himself", in(`"partOf":"a"`), fault.BadValue, "clients[0].partOf", "a"},
	{"another kind", in(`"kind":"friend"`), fault.BadValue, "clients[0].kind", "friend"},
	{"another approach", in(`"approach":""`), fault.BadValue, "clients[0].approach", ""},
	{"another level", head + `{"id":"a","name":"A","respondents":[{"initials":"K","level":"high"}]}` + tail, fault.BadValue, "clients[0].respondents[0].level", "high"},
	{"another language", head + `{"id":"a","name":"A","respondents":[{"initials":"K","language":"fr"}]}` + tail, fault.BadValue, "clients[0].respondents[0].language", "fr"},
	{"another stage", cycle(`"stage":"Measure"`), fault.BadValue, y + ".stage", "Measure"},
	{"answers by nobody", cycle(`"answersBy":"team"`), fault.BadValue, y + ".answersBy", "team"},
	{"another topic", cycle(`"notes":[{"topic":"weather"}]`), fault.BadValue, y + ".notes[0].topic", "weather"},
	{"another kind of question", in(`"cycles":[{"name":"2011H1","kwis":[{"code":"KWI-01","questions":[{"code":"1.01","kind":"odd"}]}]}]`), fault.BadValue, "clients[0].cycles[0].kwis[0].questions[0].kind", "odd"},
	{"another side", cycle(`"actions":[{"number":"2011-01","side":"ours"}]`), fault.BadValue, y + ".actions[0].side", "ours"},
	{"another status", cycle(`"actions":[{"number":"2011-01","status":"late"}]`), fault.BadValue, y + ".actions[0].status", "late"},
	{"bad initials", head + `{"id":"a","name":"A","respondents":[{"initials":"K K"}]}` + tail, fault.BadInitials, "clients[0].respondents[0].initials", "K K"},
	{"initials that are too long", cycle(`"tested":{"KLMNO":""}`), fault.BadInitials, y + ".tested.KLMNO", "KLMNO"},
	{"a bad name of a cycle", in(`"cycles":[{"name":"2011-1"}]`), fault.BadValue, "clients[0].cycles[0].name", "2011-1"},
	{"a bad code of a KWI", in(`"cycles":[{"name":"2011H1","kwis":[{"code":"KWI-1"}]}]`), fault.BadValue, "clients[0].cycles[0].kwis[0].code", "KWI-1"},
	{"KWI zero", in(`"cycles":[{"name":"2011H1","kwis":[{"code":"KWI-00"}]}]`), fault.BadValue, "clients[0].cycles[0].kwis[0].code", "KWI-00"},
	{"a bad code of a question", cycle(`"assigned":{"KK":["1.2"]}`), fault.BadValue, y + ".assigned.KK[0]", "1.2"},
	{"a question of another KWI", in(`"cycles":[{"name":"2011H1","kwis":[{"code":"KWI-01","questions":[{"code":"2.01"}]}]}]`), fault.BadValue, "clients[0].cycles[0].kwis[0].questions[0].code", "2.01"},
	{"a bad number of an action", cycle(`"actions":[{"number":"11-1"}]`), fault.BadValue, y + ".actions[0].number", "11-1"},
	{"a year of three digits", in(`"plans":[{"year":999}]`), fault.BadValue, "clients[0].plans[0].year", "999"},
	{"a key that is no year", in(`"plans":[{"year":2011,"numbers":{"last":{}}}]`), fault.BadValue, "clients[0].plans[0].numbers.last", "last"},
	{"fewer than none", in(`"plans":[{"year":2011,"numbers":{"2011":{"actual":{"leads":-1}}}}]`), fault.BadValue, "clients[0].plans[0].numbers.2011.actual.leads", "-1"},
	{"an NPS of a year beyond 100", in(`"plans":[{"year":2011,"numbers":{"2011":{"target":{"nps":101}}}}]`), fault.BadValue, "clients[0].plans[0].numbers.2011.target.nps", "101"},
	{"revenue with cents", in(`"plans":[{"year":2011,"numbers":{"2011":{"actual":{"revenue":"1.5"}}}}]`), fault.BadValue, "clients[0].plans[0].numbers.2011.actual.revenue", "1.5"},
	{"a margin with a comma", in(`"plans":[{"year":2011,"numbers":{"2011":{"actual":{"margin":"18,5"}}}}]`), fault.BadValue, "clients[0].plans[0].numbers.2011.actual.margin", "18,5"},
	{"a margin without a figure", in(`"plans":[{"year":2011,"numbers":{"2011":{"actual":{"margin":"."}}}}]`), fault.BadValue, "clients[0].plans[0].numbers.2011.actual.margin", "."},

	{"grade 11", cycle(`"assigned":{"KK":["1.02"]},"answers":{"KK":{"1.02":"11"}}`), fault.Grade, y + ".answers.KK.1.02", "11"},
	{"grade 0", cycle(`"assigned":{"KK":["1.02"]},"answers":{"KK":{"1.02":"0"}}`), fault.Grade, y + ".answers.KK.1.02", "0"},
	{"no grade", cycle(`"assigned":{"KK":["1.02"]},"answers":{"KK":{"1.02":""}}`), fault.Grade, y + ".answers.KK.1.02", ""},
	{"half a grade", cycle(`"assigned":{"KK":["1.02"]},"answers":{"KK":{"1.02":"7.5"}}`), fault.Grade, y + ".answers.KK.1.02", "7.5"},
	{"the sign before the grade", cycle(`"assigned":{"KK":["1.02"]},"answers":{"KK":{"1.02":"<8"}}`), fault.Grade, y + ".answers.KK.1.02", "<8"},
	{"two signs", cycle(`"assigned":{"KK":["1.02"]},"answers":{"KK":{"1.02":"8<>"}}`), fault.Grade, y + ".answers.KK.1.02", "8<>"},
	{"a grade that is a number", cycle(`"assigned":{"KK":["1.02"]},"answers":{"KK":{"1.02":8}}`), fault.BadValue, y + ".answers.KK.1.02", "8"},
	{"an answer that was not asked", cycle(`"assigned":{"KK":["1.01"]},"answers":{"KK":{"1.02":"8"}}`), fault.NotAssigned, y + ".answers.KK.1.02", "KK"},
	{"NPS 11", cycle(`"nps":{"KK":{"score":11}}`), fault.BadValue, y + ".nps.KK.score", "11"},
	{"NPS -1", cycle(`"nps":{"KK":{"score":-1}}`), fault.BadValue, y + ".nps.KK.score", "-1"},
	{"a target below 1", in(`"cycles":[{"name":"2011H1","kwis":[{"code":"KWI-01","target":"0.9"}]}]`), fault.BadTarget, "clients[0].cycles[0].kwis[0].target", "0.9"},
	{"a target above 10", in(`"cycles":[{"name":"2011H1","kwis":[{"code":"KWI-01","target":"10.01"}]}]`), fault.BadTarget, "clients[0].cycles[0].kwis[0].target", "10.01"},
	{"a target with three places", in(`"cycles":[{"name":"2011H1","kwis":[{"code":"KWI-01","target":"8.125"}]}]`), fault.BadTarget, "clients[0].cycles[0].kwis[0].target", "8.125"},
	{"a target with a comma", in(`"cycles":[{"name":"2011H1","kwis":[{"code":"KWI-01","target":"8,0"}]}]`), fault.BadTarget, "clients[0].cycles[0].kwis[0].target", "8,0"},

	{"a day that does not exist", cycle(`"go":"2011-02-29"`), fault.BadValue, y + ".go", "2011-02-29"},
	{"a day written the other way", cycle(`"session":"23-06-2011"`), fault.BadValue, y + ".session", "23-06-2011"},
	{"a day with an hour", cycle(`"go":"2011-02-28T10:00"`), fault.BadValue, y + ".go", "2011-02-28T10:00"},
	{"a day in a map", cycle(`"answered":{"KK":"soon"}`), fault.BadValue, y + ".answered.KK", "soon"},
	{"no day where one is sent", cycle(`"sent":{"KK":["2011-01-01",""]}`), fault.BadValue, y + ".sent.KK[1]", ""},
	{"an hour that does not exist", cycle(`"actions":[{"number":"2011-01","due":"2011-01-01T24:00"}]`), fault.BadValue, y + ".actions[0].due", "2011-01-01T24:00"},

	{"two clients with one id", head + `{"id":"a","name":"A"},{"id":"a","name":"B"}` + tail, fault.Doubled, "clients[1].id", "a"},
	{"two respondents with the same initials", head + `{"id":"a","name":"A","respondents":[{"initials":"K"},{"initials":"K"}]}` + tail, fault.DuplicateInitials, "clients[0].respondents[1].initials", "K"},
	{"a colleague with a respondent's initials", head + `{"id":"a","name":"A","respondents":[{"initials":"K"}],"colleagues":[{"initials":"K"}]}` + tail, fault.DuplicateInitials, "clients[0].colleagues[0].initials", "K"},
	{"one cycle twice", in(`"cycles":[{"name":"2011H1"},{"name":"2011H1"}]`), fault.Doubled, "clients[0].cycles[1].name", "2011H1"},
	{"the newest cycle first", in(`"cycles":[{"name":"2011H2"},{"name":"2011H1"}]`), fault.Order, "clients[0].cycles[1].name", "2011H1"},
	{"one KWI twice", in(`"cycles":[{"name":"2011H1","kwis":[{"code":"KWI-01"},{"code":"KWI-001"}]}]`), fault.Doubled, "clients[0].cycles[0].kwis[1].code", "KWI-01"},
	{"one question twice", in(`"cycles":[{"name":"2011H1","kwis":[{"code":"KWI-01","questions":[{"code":"1.01"},{"code":"1.01"}]}]}]`), fault.Doubled, "clients[0].cycles[0].kwis[0].questions[1].code", "1.01"},
	{"one question assigned twice", cycle(`"assigned":{"KK":["1.01","1.01"]}`), fault.Doubled, y + ".assigned.KK[1]", "1.01"},
	{"one action twice", in(`"cycles":[{"name":"2010H2","actions":[{"number":"2011-01"}]},{"name":"2011H1","actions":[{"number":"2011-01"}]}]`), fault.Doubled, y + ".actions[0].number", "2011-01"},
	{"one plan twice", in(`"plans":[{"year":2011},{"year":2011}]`), fault.Doubled, "clients[0].plans[1].year", "2011"},
	{"one KPI twice", in(`"plans":[{"year":2011,"kpis":[{"code":"KPI-1"},{"code":"KPI-1"}]}]`), fault.Doubled, "clients[0].plans[0].kpis[1].code", "KPI-1"},
	{"one KWI agreed twice", cycle(`"meeting":{"next":[{"kwi":"KWI-01","title":"a"},{"kwi":"KWI-001","title":"b"}]}`), fault.Doubled, y + ".meeting.next[1].kwi", "KWI-01"},
	{"one new KWI agreed twice", cycle(`"meeting":{"next":[{"title":"a"},{"title":"a"}]}`), fault.Doubled, y + ".meeting.next[1].title", "a"},
	{"released twice", cycle(`"released":["KK","KK"]`), fault.Doubled, y + ".released[1]", "KK"},

	{"more of an action that is not there", in(`"plans":[{"year":2011,"kpis":[{"code":"KPI-1","actions":["a"],"agreed":[{"action":"a"},{"action":"b"}]}]}]`), fault.Dangling, "clients[0].plans[0].kpis[0].agreed[1].action", "b"},
	{"more of an action twice", in(`"plans":[{"year":2011,"kpis":[{"actions":["a"],"agreed":[{"action":"a"},{"action":"a"}]}]}]`), fault.Doubled, "clients[0].plans[0].kpis[0].agreed[1].action", "a"},
	{"more of no action", in(`"plans":[{"year":2011,"kpis":[{"actions":["a"],"agreed":[{"for":"RM"}]}]}]`), fault.Missing, "clients[0].plans[0].kpis[0].agreed[0].action", "action"},
	{"an action of an indicator at no day", in(`"plans":[{"year":2011,"kpis":[{"actions":["a"],"agreed":[{"action":"a","due":"soon"}]}]}]`), fault.BadValue, "clients[0].plans[0].kpis[0].agreed[0].due", "soon"},
	{"a letter that SMART has not", in(`"plans":[{"year":2011,"kpis":[{"smart":{"nice":true}}]}]`), fault.UnknownKey, "clients[0].plans[0].kpis[0].smart.nice", "nice"},
	{"a sponsor who is nobody", in(`"sponsor":"ZZ"`), fault.Dangling, "clients[0].sponsor", "ZZ"},
	{"a colleague as sponsor", in(`"sponsor":"RM"`), fault.Dangling, "clients[0].sponsor", "RM"},
	{"wished by nobody", in(`"cycles":[{"name":"2011H1","kwis":[{"code":"KWI-01","wishedBy":"ZZ"}]}]`), fault.Dangling, "clients[0].cycles[0].kwis[0].wishedBy", "ZZ"},
	{"shared by nobody", in(`"cycles":[{"name":"2011H1","kwis":[{"code":"KWI-01","sharedBy":["KK","ZZ"]}]}]`), fault.Dangling, "clients[0].cycles[0].kwis[0].sharedBy[1]", "ZZ"},
	{"a note of a talk with nobody", cycle(`"notes":[{"with":"ZZ"}]`), fault.Dangling, y + ".notes[0].with", "ZZ"},
	{"a note on no KWI", cycle(`"notes":[{"kwi":"KWI-02"}]`), fault.Dangling, y + ".notes[0].kwi", "KWI-02"},
	{"an action on no KWI", cycle(`"actions":[{"number":"2011-01","kwi":"KWI-02"}]`), fault.Dangling, y + ".actions[0].kwi", "KWI-02"},
	{"assigned to nobody", cycle(`"assigned":{"ZZ":[]}`), fault.Dangling, y + ".assigned.ZZ", "ZZ"},
	{"assigned a question of another cycle", cycle(`"assigned":{"KK":["7.01"]}`), fault.Dangling, y + ".assigned.KK[0]", "7.01"},
	{"answers of nobody", cycle(`"answers":{"ZZ":{}}`), fault.Dangling, y + ".answers.ZZ", "ZZ"},
	{"nothing expected by nobody", cycle(`"notExpected":{"ZZ":"x"}`), fault.Dangling, y + ".notExpected.ZZ", "ZZ"},
	{"tested with nobody", cycle(`"tested":{"ZZ":""}`), fault.Dangling, y + ".tested.ZZ", "ZZ"},
	{"confirmed by nobody", cycle(`"confirmed":{"RM":""}`), fault.Dangling, y + ".confirmed.RM", "RM"},
	{"sent to nobody", cycle(`"sent":{"ZZ":[]}`), fault.Dangling, y + ".sent.ZZ", "ZZ"},
	{"a respondent informed as a colleague", cycle(`"informed":{"KK":""}`), fault.Dangling, y + ".informed.KK", "KK"},
	{"answered by nobody", cycle(`"answered":{"ZZ":""}`), fault.Dangling, y + ".answered.ZZ", "ZZ"},
	{"a list sent to nobody", cycle(`"sendings":{"ZZ":[]}`), fault.Dangling, y + ".sendings.ZZ", "ZZ"},
	{"a mark that is none", cycle(`"sendings":{"KK":[{"mark":"short","date":"2011-01-01","promise":"name"}]}`), fault.BadValue, y + ".sendings.KK[0].mark", "short"},
	{"a list without its promise", cycle(`"sendings":{"KK":[{"mark":"7k3m9qtx2hvc8rwn","date":"2011-01-01"}]}`), fault.Missing, y + ".sendings.KK[0].promise", "promise"},
	{"a list on no day", cycle(`"sendings":{"KK":[{"mark":"7k3m9qtx2hvc8rwn","date":"","promise":"name"}]}`), fault.BadValue, y + ".sendings.KK[0].date", ""},
	{"a mark twice", cycle(`"sendings":{"KK":[{"mark":"7k3m9qtx2hvc8rwn","date":"2011-01-01","promise":"name"},{"mark":"7k3m9qtx2hvc8rwn","date":"2011-01-02","promise":"name"}]}`), fault.Doubled, y + ".sendings.KK[1].mark", "7k3m9qtx2hvc8rwn"},
	{"a list by group in a cycle by name", cycle(`"sendings":{"KK":[{"mark":"7k3m9qtx2hvc8rwn","date":"2011-01-01","promise":"group"}]}`), fault.Promised, y + ".answersBy", ""},
	{"excused is nobody", cycle(`"excused":{"ZZ":""}`), fault.Dangling, y + ".excused.ZZ", "ZZ"},
	{"remarks of nobody", cycle(`"remarks":{"ZZ":""}`), fault.Dangling, y + ".remarks.ZZ", "ZZ"},
	{"released is nobody", cycle(`"released":["ZZ"]`), fault.Dangling, y + ".released[0]", "ZZ"},
	{"NPS of nobody", cycle(`"nps":{"ZZ":{"score":1}}`), fault.Dangling, y + ".nps.ZZ", "ZZ"},
	{"a respondent at the kick-off", cycle(`"kickoff":{"present":["KK"]}`), fault.Dangling, y + ".kickoff.present[0]", "KK"},
	{"nobody at the meeting", cycle(`"meeting":{"present":["KK","RM","ZZ"]}`), fault.Dangling, y + ".meeting.present[2]", "ZZ"},
	{"a visit to a colleague", cycle(`"visits":[{"with":"RM"}]`), fault.Dangling, y + ".visits[0].with", "RM"},
	{"a visit by nobody", cycle(`"visits":[{"by":"ZZ"}]`), fault.Dangling, y + ".visits[0].by", "ZZ"},
	{"nine who judge", head + `{"id":"a","name":"A","respondents":[` + nine(`{"initials":"R#"}`) + `],"cycles":[{"name":"2011H1","kwis":[{"code":"KWI-01","questions":[{"code":"1.01"}]}],"assigned":{` + nine(`"R#":["1.01"]`) + `}}]}` + tail, fault.TooManyRespondents, "clients[0].cycles[0].assigned", "9"},

	{"a newline in a line", head + `{"id":"a","name":"A\nB"}` + tail, fault.BadText, "clients[0].name", ""},
	{"a tab in a line", cycle(`"place":"a\tb"`), fault.BadText, y + ".place", ""},
	{"a carriage return in what is not expected", cycle(`"notExpected":{"KK":"a\rb"}`), fault.BadText, y + ".notExpected.KK", ""},
	{"a carriage return in a block", cycle(`"remarks":{"KK":"a\r\nb"}`), fault.BadText, y + ".remarks.KK", ""},
	{"an escape", cycle(`"remarks":{"KK":"\u001b[2J"}`), fault.BadText, y + ".remarks.KK", ""},
	{"a control character of the second kind", cycle(`"remarks":{"KK":"\u009b2J"}`), fault.BadText, y + ".remarks.KK", ""},
	{"delete", cycle(`"remarks":{"KK":"\u007f"}`), fault.BadText, y + ".remarks.KK", ""},
	{"an override", cycle(`"remarks":{"KK":"\u202e"}`), fault.BadText, y + ".remarks.KK", ""},
	{"an isolate", cycle(`"remarks":{"KK":"\u2066"}`), fault.BadText, y + ".remarks.KK", ""},
	{"a control character as it is", cycle("\"remarks\":{\"KK\":\"a\x01\"}"), fault.BadText, y + ".remarks.KK", ""},
	{"a newline as it is", cycle("\"remarks\":{\"KK\":\"a\nb\"}"), fault.BadText, y + ".remarks.KK", ""},
	{"no UTF-8", cycle("\"remarks\":{\"KK\":\"a\xffb\"}"), fault.BadText, y + ".remarks.KK", ""},
	{"no UTF-8 in a key", in("\"a\xff\":1"), fault.BadText, "clients[0]", ""},
	{"half a surrogate pair", cycle(`"remarks":{"KK":"\ud800x"}`), fault.BadText, y + ".remarks.KK", ""},
	{"a surrogate pair the wrong way round", cycle(`"remarks":{"KK":"\udc00\ud800"}`), fault.BadText, y + ".remarks.KK", ""},
	{"a line of 501", cycle(`"place":"` + strings.Repeat("é", 501) + `"`), fault.TooLong, y + ".place", "500"},
	{"a block of 20,001", cycle(`"remarks":{"KK":"` + strings.Repeat("é", 20_001) + `"}`), fault.TooLong, y + ".remarks.KK", "20000"},
	{"a far too long value is cut", in(`"sponsor":"` + strings.Repeat("Z", 400) + `"`), fault.BadInitials, "clients[0].sponsor", strings.Repeat("Z", 59) + "…"},
}

func TestWhatDoesNotBelongIsRefused(t *testing.T) {
	nl, en := lang.For("nl"), lang.For("en")
	seen := map[string]bool{}
	for _, r := range refused {
		if seen[r.name] {
			t.Error("two tests are called", r.name)
		}
		seen[r.name] = true
		got, err := portable.Read(strings.NewReader(r.file))
		f, ok := err.(*fault.Fault)
		if !ok || got.Clients != nil || got.Supplier != "" {
			t.Errorf("%s: accepted, or no fault: %v", r.name, err)
			continue
		}
		if f.Kind != r.kind || f.At != r.at || r.value != "" && (len(f.Values) == 0 || f.Values[0] != r.value) {
			t.Errorf("%s: %s at %q %q, want %s at %q %q", r.name, f.Kind, f.At, f.Values, r.kind, r.at, r.value)
		}
		for _, w := range []*lang.Words{nl, en} {
			said := w.Fault(err)
			if strings.ContainsAny(said, "{}…") && !strings.ContainsAny(strings.Join(f.Values, ""), "{}…") || strings.ContainsFunc(said, text.Steers) {
				t.Errorf("%s: %q", r.name, said)
			}
		}
	}
	if len(refused) < 150 {
		t.Errorf("only %d refusals", len(refused))
	}
}

func TestTheFaultReadsAsPromised(t *testing.T) {
	_, err := portable.Read(strings.NewReader(cycle(`"assigned":{"KK":["1.02"]},"answers":{"KK":{"1.02":"11"}}`)))
	if said := lang.For("en").Fault(err); !strings.HasPrefix(said, "clients[0].cycles[1].answers.KK.1.02: Grade 11 is not 1–10.") {
		t.Error(said)
	}
}

// TestWhatIsAllowed holds the border from the other side.
func TestWhatIsAllowed(t *testing.T) {
	for name, file := range map[string]string{
		"a byte order mark":           "\ufeff" + head + tail,
		"white space":                 " \r\n\t" + head + tail + " \r\n",
		"no clients":                  `{"format":"kwi/1","supplier":"S"}`,
		"the format last":             `{"supplier":"S","format":"kwi/1"}`,
		"only what is needed":         in(`"cycles":[{"name":"2011H1","kwis":[{"code":"KWI-01","questions":[{"code":"1.01"}]}],"notes":[{}],"visits":[{}],"reasons":[{}],"corrections":[{}]}],"plans":[{"year":2011,"kpis":[{},{}]}]`),
		"a code of many digits":       in(`"cycles":[{"name":"2011H1","kwis":[{"code":"KWI-001","questions":[{"code":"1.001"}]}]}]`),
		"an action on an older KWI":   cycle(`"actions":[{"number":"2011-01","kwi":"KWI-07","due":"2010-10-01T17:00"}]`),
		"newline and tab in a block":  cycle(`"remarks":{"KK":"a\n\tb"},"meeting":{"notes":["a\nb"]},"kickoff":{"strategy":"a\nb"}`),
		"a line of 500":               cycle(`"place":"` + strings.Repeat("é", 500) + `"`),
		"a block of 20,000":           cycle(`"remarks":{"KK":"` + strings.Repeat("🙂", 20_000) + `"}`),
		"a surrogate pair":            cycle(`"place":"\ud83d\ude42"`),
		"a replacement character":     cycle(`"place":"\ufffd"`),
		"a target without places":     in(`"cycles":[{"name":"2011H1","kwis":[{"code":"KWI-01","target":"10"}]}]`),
		"negative revenue and margin": in(`"plans":[{"year":2011,"numbers":{"2011":{"actual":{"revenue":"-5","margin":"-0.25","nps":-100}}}}]`),
		"part of somebody":            in(`"partOf":"elsewhere"`),
	} {
		if _, err := portable.Read(strings.NewReader(file)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
