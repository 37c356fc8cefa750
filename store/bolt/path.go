package bolt

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// DefaultPath returns where this user's data file is kept unless told otherwise: kwi/kwi.db in the folder that the
// platform has for the data of programs.
func DefaultPath() (string, error) {
	folder, err := dataFolder(runtime.GOOS, os.Getenv, os.UserHomeDir)
	if err != nil {
		return "", fmt.Errorf("no folder for data: %w", err)
	}
	return filepath.Join(folder, "kwi", "kwi.db"), nil
}

func dataFolder(system string, env func(string) string, home func() (string, error)) (string, error) {
	switch system {
	case "windows":
		if folder := env("LOCALAPPDATA"); folder != "" {
			return folder, nil
		}
	case "darwin", "ios":
	default:
		// The XDG specification has relative paths ignored.
		if folder := env("XDG_DATA_HOME"); filepath.IsAbs(folder) {
			return folder, nil
		}
	}
	folder, err := home()
	if err != nil {
		return "", err
	}
	switch system {
	case "windows":
		return filepath.Join(folder, "AppData", "Local"), nil
	case "darwin", "ios":
		return filepath.Join(folder, "Library", "Application Support"), nil
	}
	return filepath.Join(folder, ".local", "share"), nil
}
