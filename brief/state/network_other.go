//go:build !linux

package state

// networkFileSystem returns "": only Linux is asked.
func networkFileSystem(string) string { return "" }
