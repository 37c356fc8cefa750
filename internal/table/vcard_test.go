package table_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/growthtest"
	"kwi/internal/lang"
	"kwi/internal/table"
)

// cards are three people of an address book: of vCard 4.0, 3.0 and 2.1.
const cards = `BEGIN:VCARD
VERSION:4.0
FN:Kees Klant
N:Klant;Kees;;;
EMAIL;TYPE=home:kees@thuis.example
item1.EMAIL;TYPE=work;PREF=1:kk@newmedia.example
TEL;TYPE=cell:+31 6
ORG:NewMedia\;Noord
TITLE:General
  Manager
NOTE:Belt liever\nin de ochtend\, zegt hij
PHOTO:data:image/png;base64,AAAA
 AAAA
END:VCARD
begin:vcard
version:3.0
n:Berg\;Bos;Jan;van den;;
email;type=INTERNET:j@newmedia.example
role:Inkoop
end:vcard
BEGIN:VCARD
VERSION:2.1
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=87elik =
Demir
EMAIL;PREF;INTERNET:cd@newmedia.example
END:VCARD
`

func TestCardsOfAnAddressBookBecomeRespondents(t *testing.T) {
	want := []account.Respondent{
		{Initials: "KK", Name: "Kees Klant", Email: "kk@newmedia.example", Function: "General Manager", Remark: "Belt liever\nin de ochtend, zegt hij"},
		{Initials: "JB", Name: "Jan van den Berg;Bos", Email: "j@newmedia.example", Function: "Inkoop"},
		{Initials: "ÇD", Name: "Çelik Demir", Email: "cd@newmedia.example"},
	}
	for name, text := range map[string]string{
		"unix": cards, "windows": "\ufeff" + strings.ReplaceAll(cards, "\n", "\r\n"), "old mac": strings.ReplaceAll(cards, "\n", "\r"),
	} {
		c, p := applied(t, running(), text)
		if !reflect.DeepEqual(c.Respondents, want) {
			t.Errorf("%s: %+v", name, c.Respondents)
		}
		// What is not taken over is told, kind by kind.
		for _, head := range []string{"telefoon", "organisatie", "foto", "e-mail 2"} {
			if !strings.Contains(odd(p), "“"+head+"”") {
				t.Errorf("%s: it does not tell of %s:\n%s", name, head, odd(p))
			}
		}
		if read := p.Heads[0].Say(lang.For("nl")); read != "“volledige naam” als naam" {
			t.Errorf("%s: it reads %s", name, read)
		}
		if read := p.Heads[0].Say(lang.For("en")); read != "“full name” as name" {
			t.Errorf("%s: it reads %s", name, read)
		}
		if len(p.Asked) != 3 || !p.Asked[0].Proposed {
			t.Errorf("%s: %+v", name, p.Asked)
		}
		if again := table.Plan(&c, read(t, text), today, std); again.Result() != table.Present {
			t.Errorf("%s, once more: %v\n%s", name, again.Result(), odd(again))
		}
	}
}

// TestACardWithoutMuch: a name or an address is enough, and a card with neither
// is told of.
func TestACardWithoutMuch(t *testing.T) {
	c, p := applied(t, running(), "BEGIN:VCARD\nFN:Anna Bos\nEND:VCARD\nBEGIN:VCARD\nEMAIL:bb@x.example\nEND:VCARD\nBEGIN:VCARD\nTEL:1\nEND:VCARD\n")
	if len(c.Respondents) != 2 || c.Respondents[0].Initials != "AB" || c.Respondents[1].Email != "bb@x.example" || !strings.Contains(odd(p), "A8 noname") {
		t.Errorf("%+v\n%s", c.Respondents, odd(p))
	}
	if _, err := table.Split([]byte("BEGIN:VCARD\n" + strings.Repeat("X", 10))); err != nil {
		t.Error(err)
	}
}

func TestHostileCards(t *testing.T) {
	var many strings.Builder
	many.WriteString("BEGIN:VCARD\n")
	for i := range 300 {
		fmt.Fprintf(&many, "P%d:x\n", i)
	}
	for name, text := range map[string]string{
		"many cards": strings.Repeat("BEGIN:VCARD\n", table.MostRows+2),
		"many kinds": many.String(),
		"many lines": "BEGIN:VCARD\n" + strings.Repeat("TEL:1\n", table.MostCells+2),
	} {
		if _, err := table.Split([]byte(text)); !fault.Has(err, fault.TableSize) {
			t.Errorf("%s: %v", name, err)
		}
	}
	c, _ := applied(t, running(), "BEGIN:VCARD\nFN:A\u202e\x1b[2JB C\nEMAIL:a@x.example\\nBcc: b@x\nEND:VCARD")
	if r := c.Respondents[0]; strings.ContainsAny(r.Name+r.Email, "\u202e\x1b\n") {
		t.Errorf("%q", r.Name+r.Email)
	}
	growthtest.Linear(t, "a photo", 1_000, func(n int) {
		if _, err := table.Split([]byte("BEGIN:VCARD\nFN:A\nPHOTO:\n" + strings.Repeat(" AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n", n) + "END:VCARD")); err != nil {
			t.Fatal(err)
		}
	})
}

// TestContactExports: what Outlook and Google write of contacts, most of whose
// columns are empty. No two heads of one kind hide each other unsaid.
func TestContactExports(t *testing.T) {
	for name, text := range map[string]string{
		"Outlook": "\"Title\",\"First Name\",\"Middle Name\",\"Last Name\",\"Suffix\",\"Company\",\"Job Title\",\"Business Phone\",\"E-mail Address\",\"E-mail Type\",\"Notes\"\r\n" +
			"\"\",\"Kees\",\"\",\"Klant\",\"\",\"NewMedia\",\"Directeur\",\"\",\"kk@x.example\",\"\",\"Belt\r\nvroeg\"\r\n",
		"Outlook in Dutch": "Titel,Voornaam,Middelste naam,Achternaam,Achtervoegsel,Bedrijf,Functie,Telefoon op werk,E-mailadres,E-mailtype,Notities\r\n,Kees,,Klant,,NewMedia,Directeur,,kk@x.example,,\"Belt\r\nvroeg\"\r\n",
		"Google":           "First Name,Middle Name,Last Name,Phonetic First Name,Organization Name,Organization Title,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value\nKees,,Klant,,NewMedia,Directeur,\"Belt\nvroeg\",,,kk@x.example\n",
		"Google before":    "Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title,Notes\nKees Klant,Kees,,Klant,,,kk@x.example,NewMedia,Directeur,\"Belt\nvroeg\"\n",
	} {
		c, p := applied(t, running(), text)
		if want := []account.Respondent{{Initials: "KK", Name: "Kees Klant", Email: "kk@x.example", Function: "Directeur", Remark: "Belt\nvroeg"}}; !reflect.DeepEqual(c.Respondents, want) {
			t.Errorf("%s: %+v\n%s", name, c.Respondents, odd(p))
		}
		if !strings.Contains(odd(p), "blanks") || strings.Count(odd(p), "unknown") != 1 {
			t.Errorf("%s: %s", name, odd(p))
		}
	}
}

// TestTheNinthIsTold: there is room for eight, and whoever has none is named.
func TestTheNinthIsTold(t *testing.T) {
	text := "Naam;E-mail\n"
	for i := range 12 {
		text += fmt.Sprintf("%c%c Persoon;p%d@x.example\n", 'A'+i, 'a'+i, i)
	}
	c, p := applied(t, running(), text)
	if len(c.Respondents) != account.MostRespondents || strings.Count(odd(p), "noroom") != 4 || p.Left() != 4 {
		t.Errorf("%d\n%s", len(c.Respondents), odd(p))
	}
	if said := strings.Join(p.Lines(lang.For("nl")), "\n"); strings.Count(said, "plaats") != 1 || !strings.Contains(said, "voor 4 mensen is geen plaats, want er kunnen er 8 zijn: IP, JP, KP, LP.") {
		t.Errorf("%s", said)
	}
}

// TestAWholeAddressBookIsCounted: however many there are, all are counted and few
// are named.
func TestAWholeAddressBookIsCounted(t *testing.T) {
	text := "Naam;E-mail\n"
	for i := range 400 {
		text += fmt.Sprintf("Persoon %d;p%d@x.example\n", i, i)
	}
	c := running()
	p := table.Plan(&c, read(t, text), today, std)
	if said := strings.Join(p.Lines(lang.For("en")), "\n"); !strings.Contains(said, "no room for 392 people") || strings.Contains(said, "more") || p.Left() != 392 {
		t.Errorf("%d\n%s", p.Left(), said)
	}
}

// TestHeadsAsPeopleWriteThem: capitals, signs and accents of a head do not matter.
func TestHeadsAsPeopleWriteThem(t *testing.T) {
	for want, heads := range map[table.Column][]string{
		table.Initials: {"Init.", "INIT", "Initialen:", "Initialen", "initials"},
		table.Email:    {"E-mail adres", "e-mailadres", "Emailadres", "E-mail-adres", "Mail", "E mail", "E-Mail Address"},
		table.Remark:   {"Opmerking(en)", "Opmerkingen", "Remark(s)"},
		table.Name:     {"Naam", "NAAM", "Name", "Naam contactpersoon"},
		table.Last:     {"Achternaam", "Last-name", "last_name"},
		table.First:    {"Voornaam", "Voor-naam", "firstname"},
		table.Function: {"Functie", "Rol", "Functie / rol", "Job title"},
		table.Level:    {"Niveau", "Niveau (strategisch/tactisch)"},
		table.Language: {"Taal", "language"},
	} {
		for _, head := range heads {
			t2, err := table.Read([]table.Row{{Number: 1, Cells: []string{head, "Niveau", "Taal", "Opmerking"}}, {Number: 2, Cells: []string{"KK", "", "", ""}}})
			if want == table.Level || want == table.Language || want == table.Remark || want == table.Function {
				t2, err = table.Read([]table.Row{{Number: 1, Cells: []string{head, "Naam", "Initialen"}}, {Number: 2, Cells: []string{"", "A", "AA"}}})
			}
			if err != nil {
				t.Errorf("%s: %v", head, err)
				continue
			}
			c := running()
			p := table.Plan(&c, t2, today, std)
			if len(p.Heads) == 0 || p.Heads[0].As != want || p.Heads[0].At.Column != 1 {
				t.Errorf("%s is %+v\n%s", head, p.Heads, odd(p))
			}
		}
	}
}

// TestEveryColumnIsSaid: of each column it is said as what it is read, or that it
// is not, before anything is taken over.
func TestEveryColumnIsSaid(t *testing.T) {
	c := running()
	p := table.Plan(&c, read(t, "Init.;Naam;Schoenmaat;Leeg;E-mail\nKK;Kees;44;;k@x.example\n"), today, std)
	said := strings.Join(p.Lines(lang.For("nl")), "\n")
	for _, want := range []string{"A1: “Init.” als initialen", "B1: “Naam” als naam", "E1: “E-mail” als e-mail", "C1: kolom “Schoenmaat” wordt niet herkend en blijft weg", "waarin niets staat: 1"} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %s\n%s", want, said)
		}
	}
	p = table.Plan(&c, read(t, "Cyclus;Vraagcode;Vraag;KK;KK belang\n2025H1;1.01;Kent ons;8;>\n"), today, std)
	said = strings.Join(p.Lines(lang.For("en")), "\n")
	for _, want := range []string{"D1: “KK” as the grades of a respondent", "E1: “KK belang” as the relevance beside them"} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %s\n%s", want, said)
		}
	}
}

func FuzzCards(f *testing.F) {
	f.Add(cards)
	f.Fuzz(func(t *testing.T, s string) {
		rows, err := table.Split([]byte("BEGIN:VCARD\n" + s))
		if err != nil {
			if _, told := fault.Of(err); !told {
				t.Error(err)
			}
			return
		}
		tab, err := table.Read(rows)
		if err != nil {
			return
		}
		c := running()
		p := table.Plan(&c, tab, today, std)
		if p.Open() {
			return
		}
		if err := p.Apply(&c); err != nil {
			t.Error(err)
		}
		sound(t, c)
	})
}

// TestALongHeadCostsWhatItIs: a head may be a whole question, or a text that somebody
// pasted into the first row.
func TestALongHeadCostsWhatItIs(t *testing.T) {
	growthtest.Linear(t, "a head", 200, func(n int) {
		_, _ = table.Read([]table.Row{{Cells: []string{"cyclus", strings.Repeat("lang ", n)}}, {Cells: []string{"2025H1", strings.Repeat("kort ", n)}}}) // which is no table
	})
}
