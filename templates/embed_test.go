package templates

import (
	"slices"
	"testing"
)

func TestBuiltin(t *testing.T) {
	names := Names()
	if !slices.Contains(names, "read-ahead") || !slices.IsSorted(names) {
		t.Errorf("Names() = %q", names)
	}
	for _, name := range names {
		if text, ok := Builtin(name); !ok || len(text) == 0 {
			t.Errorf("Builtin(%q) has no text", name)
		}
	}
	for _, name := range []string{"", "no-such", "../embed", "read-ahead.yaml"} {
		if _, ok := Builtin(name); ok {
			t.Errorf("Builtin(%q) found something", name)
		}
	}
}
