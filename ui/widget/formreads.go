package widget

import (
	"maps"

	"kwi/ui/kit"
)

// understood is the dialog with what a value that was just typed says of other
// fields put there, see Reads; before is what stood in them. A field that is open
// then shows what it got.
func (d FormDialog) understood(fr kit.Frame, before map[string]string) FormDialog {
	if d.Reads == nil {
		return d
	}
	changed := false
	for _, f := range d.Fields {
		v, is := d.values[f.ID]
		if was, stood := before[f.ID]; !is || stood && was == v {
			continue
		}
		if says := d.Reads(f.ID, v, d.all(fr)); len(says) > 0 {
			maps.Copy(d.values, says)
			d.proposed = maps.Clone(d.proposed)
			if d.proposed == nil {
				d.proposed = map[string]string{}
			}
			maps.Copy(d.proposed, says)
			changed = true
		}
	}
	if !changed {
		return d
	}
	if d = d.noted(fr); d.form.open {
		d.form = d.form.Begin(fr, d.fields(fr, d.values))
	}
	return d
}

// isProposed reports whether what stands in a field is what Reads put there.
func (d FormDialog) isProposed(f Field) bool {
	v, is := d.proposed[f.ID]
	return is && v != "" && v == f.Value
}
