package drive

import (
	"reflect"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
)

// View is all that the terminal is given.
func (d *Driver) View() tea.View {
	if d.drawn == nil || d.apart != nil { // a command that goes on by itself may change what is shown
		v := d.root.View()
		d.drawn = &v
	}
	return *d.drawn
}

// Place is the name of the place in front.
func (d *Driver) Place() string { return d.top().FieldByName("place").FieldByName("Name").String() }

// Dialog reports whether a dialog lies over it.
func (d *Driver) Dialog() bool { return d.top().FieldByName("dialog").Bool() }

func (d *Driver) top() reflect.Value {
	stack := reflect.ValueOf(d.root).FieldByName("stack")
	return stack.Index(stack.Len() - 1)
}

// Room is who of the client was said to sit here.
func (d *Driver) Room() account.Room {
	v := reflect.ValueOf(d.root).FieldByName("room")
	room := account.Room{Known: v.FieldByName("Known").Bool(), Guests: v.FieldByName("Guests").Bool()}
	for i := range v.FieldByName("Present").Len() {
		room.Present = append(room.Present, account.Initials(v.FieldByName("Present").Index(i).String()))
	}
	return room
}
