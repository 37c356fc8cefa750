package linear

import (
	"context"
	"errors"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/ui/kit/kittest"
	"kwi/ui/part/bring"
)

// TestATalkIsWrittenUpInLines: into the folder that is named, with who has no address; why not is said,
// also where nothing was heard or shared, and where it cannot be written.
func TestATalkIsWrittenUpInLines(t *testing.T) {
	t.Parallel()
	c := kittest.NewMedia(t)
	name := c.Newest().Name
	if err := c.AddNote(name, account.Note{Date: "2011-03-01", With: "KK", Topic: account.Business, Text: "We lose people", Heard: []account.Initials{"KK"}}); err != nil {
		t.Fatal(err)
	}
	var gone []string
	post := &bring.Post{Folder: "/home/joe/lists", Say: func(_ *lang.Words, err error) string { return "It cannot be written there." },
		WriteTalk: func(_ context.Context, c account.Client, y account.CycleName, who account.Initials, w bring.Way) (bring.Written, error) {
			if w.Folder == "/none" {
				return bring.Written{}, errors.New("no")
			}
			gone = append(gone, string(y)+" "+string(who)+" "+w.Folder+" "+w.Tag)
			return bring.Written{Folder: w.Folder, Path: w.Folder + "/talk-KK", Without: []account.Initials{who}}, nil
		}}
	h := newHouse(t, c)
	got := h.told(t, Config{Post: post}, "NewMedia", "talks about", "Kees", "write up the talk", "/none", "write up the talk", "")
	tells(t, got, "only what was heard or shared", "It cannot be written there.", "Written: /home/joe/lists/talk-KK.md and .eml.", "Kees Klant")
	if strings.Join(gone, ";") != "2011H1 KK /home/joe/lists en" {
		t.Errorf("%q", gone)
	}
	tells(t, h.hear(t, "nl", Config{Post: post}, nil, "NewMedia", "gesprekken over", "Kees", "schrijf gesprek uit", ""), "Je krijgt een tekst", "Geschreven: ")
	empty := kittest.NewMedia(t)
	empty.Newest().KWIs, empty.Newest().NotExpected = nil, nil
	tells(t, newHouse(t, empty).told(t, Config{Post: post}, "NewMedia", "talks about", "A. Aaaa", "write up the talk"), "Nothing in this talk has been heard or shared yet.")
	for _, without := range []string{h.play(t, "en", "NewMedia", "talks about", "Kees", "write up the talk"), h.told(t, Config{Post: post}, "NewMedia", "together", "write up the talk")} {
		if !strings.Contains(without, "write up the talk is no choice") {
			t.Errorf("%s", without)
		}
	}
}
