package ui

import (
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// While a program listens to the mouse a terminal does not select text with it. A key
// lets go of the mouse in this window; how it begins is a setting, which that leaves.

// mouseAct lets go of the mouse, or takes it again.
func (r *Root) mouseAct() kit.Act {
	name := "root.act.mouse.off"
	if r.NoMouse {
		name = "root.act.mouse.on"
	}
	return kit.Act{ID: "mouse", Looks: true, Keys: keys.LetGo, Name: r.Words.T(name), Together: true, Hidden: true}
}

// forOthers does what is there for the terminal and other programs.
func (r *Root) forOthers(id string, cmds *commandBatch) {
	if id == "copy" {
		r.copyInHand(cmds)
		return
	}
	r.turnMouse()
}

func (r *Root) turnMouse() {
	if r.NoMouse = !r.NoMouse; r.NoMouse {
		r.say(r.Words.T("root.mouse.off", r.mouseAct().KeyName(r.Words, false)), false)
		return
	}
	r.say(r.Words.T("root.mouse.on"), false)
}

// mouseMark tells that the mouse was let go of here, and with which key it comes back;
// "" where it was not, or where it was off from the beginning.
func (r *Root) mouseMark() string {
	if !r.NoMouse || r.setting.now.Line("mouse").Value == "off" || r.leaving.now {
		return ""
	}
	return r.mouseAct().KeyName(r.Words, false) + " " + r.Words.T("root.mouse.mark")
}
