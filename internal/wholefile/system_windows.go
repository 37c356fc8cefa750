package wholefile

import "os"

const onWindows = true

// running reports whether a process of this machine is there.
func running(id int) bool {
	p, err := os.FindProcess(id)
	if err != nil {
		return false
	}
	_ = p.Release()
	return true
}

// syncFolder does nothing: Windows keeps names durable by itself and opens no
// folder for syncing.
func syncFolder(string) {}
