//go:build !unix

package atomicfile

// syncFolder does nothing: Windows refuses to flush a folder that is open for
// reading, and NTFS writes renames to its log by itself.
func syncFolder(string) error { return nil }
