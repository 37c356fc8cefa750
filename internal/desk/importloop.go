package desk

import (
	"context"
	"strings"

	"kwi/internal/fault"
	"kwi/internal/portable"
)

// refuseLoops refuses a client that would be part of itself by way of others,
// those of the files and those that are there.
func (d *Desk) refuseLoops(ctx context.Context, files []portable.File) error {
	parent, parts := map[string]string{}, false
	for _, f := range files {
		for i := range f.Clients {
			parts = parts || f.Clients[i].PartOf != ""
		}
	}
	if !parts {
		return nil
	}
	lines, err := d.Portfolio(ctx)
	if err != nil {
		return err
	}
	for i := range lines {
		parent[lines[i].ID] = lines[i].PartOf
	}
	for _, f := range files {
		for i := range f.Clients {
			parent[f.Clients[i].ID] = f.Clients[i].PartOf
		}
	}
	for f, file := range files {
		for i := range file.Clients {
			id := file.Clients[i].ID
			way := []string{id}
			for at := parent[id]; at != "" && len(way) <= len(parent); at = parent[at] {
				if way = append(way, at); at == id {
					return fault.New(fault.Circular, strings.Join(way, " < ")).In(place(files, f, i, "partOf"))
				}
			}
		}
	}
	return nil
}
