package codec

// EncodeSupplier is whose data these are, as a record.
func EncodeSupplier(name string) []byte {
	return writeRecord(func(x *fieldCoder) { codeText(x, &name) })
}

// DecodeSupplier reads whose data these are; no record is nobody's.
func DecodeSupplier(record []byte) (name string, err error) {
	if len(record) > 0 {
		err = readRecord(Supplier, record, func(x *fieldCoder) { codeText(x, &name) })
	}
	return name, err
}
