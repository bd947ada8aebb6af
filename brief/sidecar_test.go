package brief

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestSidecarSchema holds the schema in docs against the types: the same
// keys, and required exactly where the key is always written.
func TestSidecarSchema(t *testing.T) {
	data, err := os.ReadFile("../docs/sidecar.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	type object struct {
		Required   []string                   `json:"required"`
		Properties map[string]json.RawMessage `json:"properties"`
	}
	var schema struct {
		object
		Defs map[string]object `json:"$defs"`
	}
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		have object
		of   any
	}{
		{"the whole", schema.object, Sidecar{}},
		{"span", schema.Defs["span"], SidecarSpan{}},
		{"item", schema.Defs["item"], SidecarItem{}},
		{"task", schema.Defs["task"], SidecarTask{}},
		{"section", schema.Defs["section"], SidecarPart{}},
		{"table", schema.Defs["table"], SidecarTable{}},
		{"source", schema.Defs["source"], SidecarSource{}},
		{"place", schema.Defs["place"], SidecarPlace{}},
		{"pair", schema.Defs["pair"], SidecarPair{}},
		{"omission", schema.Defs["omission"], omission{}},
		{"skip", schema.Defs["skip"], SidecarSkip{}},
		{"page", schema.Defs["page"], PageInfo{}},
		{"changed text", schema.Defs["changed_text"], ChangedText{}},
		{"changes in tasks", schema.Defs["changes_in_tasks"], ChangesInTasks{}},
		{"changed task", schema.Defs["changed_task"], ChangedTask{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			typ := reflect.TypeOf(tt.of)
			keys := 0
			for i := range typ.NumField() {
				key, opt, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
				if key == "" {
					continue
				}
				keys++
				if _, ok := tt.have.Properties[key]; !ok {
					t.Errorf("the schema lacks %q", key)
				}
				if got, want := slices.Contains(tt.have.Required, key), opt != "omitempty"; got != want {
					t.Errorf("%q: required is %v, want %v", key, got, want)
				}
			}
			if len(tt.have.Properties) != keys {
				t.Errorf("the schema has %d keys, the type %d", len(tt.have.Properties), keys)
			}
		})
	}
}
