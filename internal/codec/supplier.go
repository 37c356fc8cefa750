package codec

// EncodeSupplier is whose data these are, as a record.
func EncodeSupplier(name string) []byte { return written(func(x *coder) { text(x, &name) }) }

// DecodeSupplier reads whose data these are; no record is nobody's.
func DecodeSupplier(record []byte) (name string, err error) {
	if len(record) > 0 {
		err = read(Supplier, record, func(x *coder) { text(x, &name) })
	}
	return name, err
}
