package portable

import "kwi/internal/account"

func (e *encoder) file(f File) {
	e.open('{')
	e.text(account.Key{Name: "format"}, Format)
	e.text(account.Key{Name: "supplier"}, f.Supplier)
	e.key("clients")
	e.open('[')
	for _, c := range f.Clients {
		e.item()
		c = c.Tidy()
		e.Object(account.Key{}, &c)
	}
	e.shut(']')
	firm := f.Firm.Tidy()
	firm.Walk(e)
	e.shut('}')
	e.buf = append(e.buf, '\n')
}
