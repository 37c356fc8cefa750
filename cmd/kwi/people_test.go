package main

import (
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
)

// Somebody leaves while lists are out and half answered, and somebody new takes
// over, in one step that can be taken back after a restart.
func TestARespondentIsReplacedWhileListsAreOut(t *testing.T) {
	s := stocked(t)
	was := kept(t, s, "newmedia")
	answered := len(was.Newest().Answers["KK"])
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "1", "tab", "down", "down", "down", "down", "ctrl+x")
	d.See("Kees Klant (KK) gaat weg")
	d.See("KK is de sponsor.")
	if c := kept(t, s, "newmedia"); c.Respondent("KK").Left != "" {
		t.Fatal("it happens before it is said yes to")
	}
	d.Press("right", "ctrl+s")
	d.See("Wie neemt het over van Kees Klant (KK)?")
	d.Type("Nina Nieuw")
	d.Press("ctrl+s")
	d.See("Nina Nieuw (na KK)")
	c := kept(t, s, "newmedia")
	y, before := c.Newest(), was.Newest()
	if c.Respondent("NN").Follows != "KK" || len(y.Answers["KK"]) != answered || len(y.Assigned["KK"]) != answered || len(y.Assigned["KK"])+len(y.Assigned["NN"]) != len(before.Assigned["KK"]) {
		t.Errorf("%+v\n%v\n%v", c.Respondents, y.Assigned["KK"], y.Assigned["NN"])
	}
	if !slices.ContainsFunc(c.ToCome(y), func(r account.Respondent) bool { return r.Initials == "NN" }) || c.Awaits(y, "KK") {
		t.Error("the wrong list is awaited")
	}
	d = sit(t, s, "nl", 80, 24) // after a restart
	d.Press("enter", "1", "ctrl+z")
	if c := kept(t, s, "newmedia"); c.Respondent("NN") != nil || c.Respondent("KK").Left != "" || c.Sponsor != "KK" || len(c.Newest().Assigned["KK"]) != len(before.Assigned["KK"]) {
		t.Errorf("it is not taken back: %+v", c.Respondents)
	}
}

// Other initials are kept everywhere, in the records too, and are read back under
// them.
func TestInitialsAreChangedInTheRecords(t *testing.T) {
	s := stocked(t)
	was := kept(t, s, "newmedia")
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "1", "tab", "down", "down", "down", "down", "enter", "down", "down", "down", "down", "down", "down", "down", "enter", "ctrl+u")
	d.Type("kx")
	d.Press("esc")
	d.See("Kees Klant (KX)")
	c := kept(t, s, "newmedia")
	if c.Respondent("KK") != nil || c.Sponsor != "KX" || len(c.Newest().Answers["KX"]) != len(was.Newest().Answers["KK"]) || string(c.Newest().KWIs[0].WishedBy) != strings.ReplaceAll(string(was.Newest().KWIs[0].WishedBy), "KK", "KX") {
		t.Errorf("%+v", c.Respondents)
	}
	d = sit(t, s, "nl", 80, 24)
	d.Press("enter", "1", "ctrl+z")
	if c := kept(t, s, "newmedia"); c.Respondent("KX") != nil || len(c.Newest().Answers["KK"]) != len(was.Newest().Answers["KK"]) {
		t.Errorf("it is not taken back: %+v", c.Respondents)
	}
}
