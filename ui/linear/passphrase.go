package linear

import (
	"kwi/ui/part/locking"
)

// tellLock tells whether the data have a passphrase, and where none can be chosen why.
func (t *teller) tellLock() {
	switch {
	case t.Lock == nil:
		t.say(t.T("veil.example"))
	case t.Lock.Has():
		t.say(t.T("linear.lock.there"))
	default:
		t.say(t.T("linear.lock.none"))
	}
}

// lockChoices set, change and take off the passphrase of the data, and ask it at once.
func (t *teller) lockChoices() (all []choice) {
	if t.Lock == nil || t.Secret == nil {
		return nil
	}
	if t.Lock.Set != nil {
		for _, what := range locking.Can(t.Lock.Has()) {
			all = append(all, choice{name: t.T("root.act.passphrase." + what), changes: true, do: func() error { return t.passphrase(what) }})
		}
	}
	if t.Lock.Has() && t.Unlock != nil {
		all = append(all, choice{name: t.T("linear.lock.now"), do: t.lockNow})
	}
	return all
}

// lockNow asks the passphrase before anything else is told.
func (t *teller) lockNow() error {
	t.say(t.T("veil.title") + ".")
	if t.Unlock() != nil {
		t.say(t.T("linear.locked.left"))
		return errLeave
	}
	return nil
}

// passphrase sets, changes or takes off the passphrase. What cannot be tried is asked anew;
// nothing of what is typed is told.
func (t *teller) passphrase(what string) error {
	text, ask := "lock.final", []string{"locking.new", "locking.again"}
	switch what {
	case locking.Change:
		ask = append([]string{"locking.present"}, ask...)
	case locking.Remove:
		text, ask = "locking.remove.text", []string{"locking.present"}
	}
	t.say(t.T(text))
	if what != locking.Remove {
		t.say(t.T("locking.advice"))
	}
	t.say(t.T("linear.lock.unseen"))
	for {
		var typed []string
		for _, key := range ask {
			one, err := t.Secret(t.T(key) + ":")
			switch {
			case t.ctx.Err() != nil:
				return errLeave
			case err != nil:
				t.say(t.T("linear.lock.noterminal"))
				return errRefused
			case one == "":
				return errBack
			}
			typed = append(typed, one)
		}
		why := locking.Refused(t.Words, what, typed)
		if why == "" {
			t.say(sentence(capital(t.T("locking.works." + what))))
			present, chosen := locking.Chosen(what, typed)
			done, err := t.Lock.Set(t.ctx, present, chosen, nil)
			if err == nil {
				t.tellLocked(what, done)
				return nil
			}
			why = locking.Wrong(t.Words, err)
		}
		t.say(why)
	}
}

// tellLocked tells what was done, and what became of the copies.
func (t *teller) tellLocked(what string, done locking.Done) {
	said := "locking.done." + what
	if what == locking.Choose {
		said = "linear.lock.choose"
	}
	t.say(t.T(said))
	for _, line := range done.Said(t.Words, what) {
		t.say(line)
	}
}
