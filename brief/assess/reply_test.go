package assess

import "testing"

func TestWithoutReply(t *testing.T) {
	for in, want := range map[string]string{
		"Re: Fwd: Ferry halted":       "Ferry halted",
		"AW: WG: Ferry halted":        "Ferry halted",
		"Ferry: halted":               "Ferry: halted",
		"Re:":                         "Re:",
		"RE: Ferry halted: next days": "Ferry halted: next days",
	} {
		if got := withoutReply(in); got != want {
			t.Errorf("withoutReply(%q) = %q, want %q", in, got, want)
		}
	}
}
