package assess

import "testing"

func TestStem(t *testing.T) {
	for _, tt := range []struct{ a, b string }{
		{"inspect", "inspected"}, {"inspect", "inspection"}, {"inspector", "inspectors"},
		{"ally", "allies"}, {"stop", "stopped"}, {"install", "installed"}, {"cooperate", "cooperation"},
		{"agree", "agreement"}, {"even", "evenly"}, {"box", "boxes"}, {"church", "churches"},
		{"glass", "glasses"}, {"decide", "decided"}, {"bridge", "bridges"},
		{"hold", "held"}, {"double", "twice"}, {"pay", "paid"}, {"buy", "bought"}, {"purchase", "bought"},
		{"fall", "dropped"}, {"rise", "increased"}, {"mend", "repaired"}, {"shut", "closed"}, {"erected", "built"},
		{"begun", "starts"},
	} {
		if a, b := concept(stem(tt.a)), concept(stem(tt.b)); a != b {
			t.Errorf("%q is %q, %q is %q", tt.a, a, tt.b, b)
		}
	}
	for _, tt := range []struct{ a, b string }{
		{"station", "state"}, {"nation", "nature"}, {"bus", "busy"}, {"news", "new"}, {"wind", "window"},
		{"moment", "mom"}, {"sing", "sin"}, {"red", "r"}, {"need", "ne"}, {"port", "portion"}, {"bridge", "bride"},
	} {
		if a, b := concept(stem(tt.a)), concept(stem(tt.b)); a == b {
			t.Errorf("%q and %q are both %q", tt.a, tt.b, a)
		}
	}
}
