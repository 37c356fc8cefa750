package account

import (
	"slices"
	"strconv"
)

// KeptItem is one thing that is kept of a person.
type KeptItem struct {
	Cycle    CycleName // or ""
	Year     int       // of the plan that it stands in, or 0
	In       string    // the list or object of kwi/1 that it stands in, as notes or answers
	Fields   []KeptField
	Withheld bool // it may not stand beside their name, and has no fields
	Being    bool // that they are it is all there is to say, as of a sponsor
}

// KeptField is what it says: a key of kwi/1 and the value, "" where that is all.
type KeptField struct{ Name, Value string }

// Keeps is all that is kept of a respondent or a colleague, in the order of
// kwi/1: what is theirs, and what names them by initials. What they said by group
// stands in it only where it is for themselves.
func (c *Client) Keeps(who Initials, themselves bool) []KeptItem {
	k := keeping{who: who, themselves: themselves, at: &keptAt{client: c}}
	if who != "" {
		k.Object(Key{}, c)
	}
	return k.at.found
}

// keptAt is where keeping has come.
type keptAt struct {
	client *Client
	cycle  *Cycle
	year   int
	in     string
	found  []KeptItem
}

// keeping is a walker that collects what is kept of a person.
type keeping struct {
	Onlooker
	who        Initials
	themselves bool
	at         *keptAt
}

func (k keeping) item(in string) KeptItem {
	item := KeptItem{In: in, Year: k.at.year}
	if k.at.cycle != nil {
		item.Cycle = k.at.cycle.Name
	}
	return item
}

// being is an item that says of them what they are.
func (k keeping) being(as string) KeptItem {
	item := k.item(as)
	item.Being = true
	return item
}

// Object collects what names them in it, and goes on below.
func (k keeping) Object(key Key, of Walked) {
	was := *k.at
	switch of := of.(type) {
	case *Client:
	case *Cycle:
		k.at.cycle, k.at.in = of, ""
	case *Plan:
		k.at.cycle, k.at.year = nil, of.Year
	default:
		if k.at.in == "" {
			k.at.in = key.Name
		}
	}
	direct := shallow{who: k.who, found: new(keptFound)}
	for _, at := range namesPeople(of) {
		direct.found.named = direct.found.named || Initials(*at) == k.who
	}
	of.Walk(direct)
	switch of := of.(type) {
	case *Client:
		for _, as := range direct.found.all {
			k.at.found = append(k.at.found, k.being(as))
		}
	case *Cycle:
		for _, as := range direct.found.all {
			// Released by group, a remark is told without a name; that one of theirs
			// was would tell which.
			if as == "released" && !k.themselves && !of.Discloses(k.who).Remark {
				continue
			}
			k.at.found = append(k.at.found, k.being(as))
		}
	default:
		if !direct.found.named {
			break
		}
		item := k.item(k.at.in)
		if _, isPlan := of.(*Plan); isPlan {
			item = k.being("madeBy")
		} else {
			item.Fields = direct.found.fields
		}
		k.at.found = append(k.at.found, item)
	}
	of.Walk(k)
	found := k.at.found
	*k.at = was
	k.at.found = found
}

// List goes through each element.
func (k keeping) List(key Key, l List) {
	was := k.at.in
	if was == "" {
		k.at.in = key.Name
	}
	for i := range l.Len() {
		l.Element(i, k)
	}
	k.at.in = was
}

// People collects their entry.
func (k keeping) People(key Key, _ TextKind, m PeopleMap) {
	if !m.Has(k.who) {
		return
	}
	item := k.item(key.Name)
	if y := k.at.cycle; y != nil && !k.themselves {
		says := y.Discloses(k.who)
		item.Withheld = key.Name == "answers" && !says.Grades || key.Name == "nps" && !says.Recommendation || key.Name == "remarks" && !says.Remark
	}
	if !item.Withheld {
		values := shallow{who: k.who, found: new(keptFound), deep: true}
		m.Entry(k.who, values)
		item.Fields = values.found.fields
	}
	k.at.found = append(k.at.found, item)
}

// keptFound is what a look at one object found.
type keptFound struct {
	named  bool
	all    []string // by which keys it names them
	fields []KeptField
}

// shallow is a walker that looks at the fields of one object, and with deep at
// those of what lies in it.
type shallow struct {
	Onlooker
	who   Initials
	found *keptFound
	deep  bool
}

func (s shallow) says(k Key, value string) {
	if value != "" && value != "0" {
		s.found.fields = append(s.found.fields, KeptField{k.Name, value})
	}
}

func (s shallow) names(k Key) {
	s.found.named = true
	s.found.all = append(s.found.all, k.Name)
}

// Text takes what people wrote and days, and finds who is named.
func (s shallow) Text(k Key, at *string, kind TextKind) {
	switch kind {
	case RespondentText, ColleagueText, SomebodyText, InitialsText:
		if Initials(*at) == s.who {
			s.names(k)
		}
		if kind == InitialsText {
			s.says(k, *at)
		}
	case FormerText, LineText, BlockText, KPIActionText, DateText, MomentText, HourText:
		s.says(k, *at)
	}
}

// List finds them in a list of people, and takes the texts of a list.
func (s shallow) List(k Key, l List) {
	if people, ok := l.(listOf[Initials]); ok && slices.Contains(*people.at, s.who) && k.Name != "formerly" {
		s.names(k)
	}
	_, days := l.(listOf[Date])
	_, former := l.(listOf[Initials])
	if s.deep || days || former && k.Name == "formerly" {
		inner := s
		for i := range l.Len() {
			l.Element(i, inner)
		}
	}
}

// Object goes into it where all is theirs.
func (s shallow) Object(_ Key, of Walked) {
	if s.deep {
		of.Walk(s)
	}
}

// Number takes a number.
func (s shallow) Number(k Key, at *int, _, _ int) {
	switch k.Name {
	case "score":
		s.found.fields = append(s.found.fields, KeptField{k.Name, strconv.Itoa(*at)})
	case "askEvery":
		s.says(k, strconv.Itoa(*at))
	}
}

// Choice takes what was chosen of a person.
func (s shallow) Choice(k Key, at *string, _ []string) {
	if k.Name == "level" || k.Name == "language" {
		s.says(k, *at)
	}
}

// KWI takes its code.
func (s shallow) KWI(k Key, at *KWICode) { s.says(k, at.String()) }

// Asked takes the questions.
func (s shallow) Asked(_ Key, at *[]QuestionCode) {
	for _, q := range *at {
		s.says(Key{Name: "question"}, q.String())
	}
}

// Sheet takes each answer, with its weight.
func (s shallow) Sheet(_ Key, at *Sheet) {
	for _, a := range *at {
		s.says(Key{Name: a.Question.String()}, a.String())
	}
}
