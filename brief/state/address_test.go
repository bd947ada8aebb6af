package state

import (
	"strings"
	"testing"
)

func TestSQLiteAddress(t *testing.T) {
	for _, tt := range []struct{ path, want string }{
		{"/var/lib/brief/brief.db", "file:///var/lib/brief/brief.db?"},
		{"C:/Users/A B/state/brief.db", "file:///C:/Users/A%20B/state/brief.db?"},
		{"/srv/50%?#/brief.db", "file:///srv/50%25%3F%23/brief.db?"},
	} {
		if got := sqliteAddress(tt.path); !strings.HasPrefix(got, tt.want) {
			t.Errorf("sqliteAddress(%q) = %q, want %q…", tt.path, got, tt.want)
		}
	}
}
