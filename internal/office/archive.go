package office

import (
	"context"

	"kwi/internal/archive"
	"kwi/internal/desk"
	"kwi/internal/fault"
)

// readArchive reads the lists in a zip, each as a file of its own. Of a zip that
// lay in a folder only what may be a list counts; of one that was named,
// whatever cannot be read is told.
func (a *Arrived) readArchive(ctx context.Context, from desk.Incoming, lying bool) error {
	files, err := archive.Open(from.Data, from.Name)
	if err != nil {
		return err
	}
	some := false
	for _, f := range files {
		some = some || MayBeList(f.Own)
	}
	if !some {
		if lying {
			return nil
		}
		return fault.New(fault.NoLists, from.Name)
	}
	a.found += len(files) - 1
	room := int64(archive.MostUnpacked)
	for _, f := range files {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		data, err := f.Unpack(&room)
		a.size += len(data)
		a.done++
		a.told.Tell(min(a.done, a.found), a.found)
		if err == nil && a.size > mostAtOnce {
			err = fault.New(fault.Overflow, f.Told)
		}
		if err != nil {
			a.Unread = append(a.Unread, err)
			continue
		}
		a.weigh(desk.Incoming{Name: f.Told, Data: data})
	}
	return nil
}
