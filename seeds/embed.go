// Package seeds holds the sample seeds that come with the program: three
// documents as scrapes and reposts leave them, with deliberate defects;
// docs/sample-seeds.md says which.
package seeds

import "embed"

// Files holds the sample seeds, byte for byte, by their base names.
//
//go:embed *.txt
var Files embed.FS

// Names returns the names of the sample seeds in alphabetical order.
func Names() []string {
	entries, err := Files.ReadDir(".")
	if err != nil {
		panic(err) // embedded: it is there
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names
}

// ReadFile returns the bytes of the sample seed of that name, or an error that
// is [io/fs.ErrNotExist].
func ReadFile(name string) ([]byte, error) { return Files.ReadFile(name) }
