package linear

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/report"
	"kwi/ui/part"
	"kwi/ui/part/bring"
)

// talkSheetChoice writes what a respondent heard in a talk, to hand over: none where nothing can be
// written.
func (t *teller) talkSheetChoice(who account.Initials) []choice {
	if t.Post == nil || t.Post.WriteTalk == nil {
		return nil
	}
	why := ""
	if _, heard := report.TalkOf(t.client(), t.cycle().Name, who, report.Options{}); !heard {
		why = t.T("bring.talk.nothing")
	}
	return []choice{{name: t.T("bring.talk.act"), why: why, changes: true, do: func() error { return t.writeTalk(who) }}}
}

// writeTalk asks where the text and the letter go, and writes them.
func (t *teller) writeTalk(who account.Initials) error {
	t.say(t.T("bring.talk.text"))
	folder, err := t.line(t.T("linear.lists.folder"), t.Post.Folder, t.T("linear.lists.folder.help"))
	if err != nil {
		return err
	}
	if strings.TrimSpace(folder) == "" {
		t.say(t.T("bring.folder.none"))
		return errRefused
	}
	w, err := t.Post.WriteTalk(t.ctx, *t.client(), t.cycle().Name, who, bring.Way{Folder: folder, Tag: t.Words.Tag(), Me: t.Me})
	if err != nil {
		if t.Post.Say == nil {
			return err
		}
		t.say(t.Post.Say(t.Words, err))
		return errRefused
	}
	t.say(t.T("bring.talk.written", w.Path))
	if len(w.Without) > 0 {
		t.say(t.T("linear.lists.without", part.Names(t.frame(), w.Without)))
	}
	return nil
}
