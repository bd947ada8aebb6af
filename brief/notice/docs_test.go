package notice

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// block returns the first code block of a language in docs/notifications.md.
func block(t *testing.T, language string) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/notifications.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(text), "```"+language+"\n")
	code, _, end := strings.Cut(rest, "```\n")
	if !ok || !end {
		t.Fatalf("docs/notifications.md has no block of %s", language)
	}
	return code
}

// tool skips a test where a program is not installed, but not in CI.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
	return path
}

func TestDocumentedPython(t *testing.T) {
	python := tool(t, "python3")
	n := composed(t)
	body := n.payload(id)
	for _, tt := range []struct {
		name, secret, stamp string
		body                []byte
		want                string
	}{
		{"base64", "whsec_" + base64.StdEncoding.EncodeToString([]byte("\xff\x00key")), "1930000000", body, "True"},
		{"text", "a plain key", "1930000000", body, "True"},
		{"another body", "a plain key", "1930000000", append([]byte(" "), body...), "False"},
		{"another time", "a plain key", "1930000001", body, "False"},
		{"long ago", "a plain key", "1929999000", body, "False"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			key, f := signingKey(tt.secret)
			if f != nil {
				t.Fatal(f)
			}
			signed := "1930000000"
			if tt.name == "long ago" {
				signed = tt.stamp
			}
			cmd := exec.Command(python, "-c", block(t, "python")+`
import sys
print(is_genuine({"webhook-id": sys.argv[1], "webhook-timestamp": sys.argv[2], "webhook-signature": "v1,AAAA " + sys.argv[3]}, sys.stdin.buffer.read(), sys.argv[4], 1930000100))
`, id, tt.stamp, sign(key, id, signed, body), tt.secret)
			cmd.Stdin = bytes.NewReader(tt.body)
			out, err := cmd.CombinedOutput()
			if got := strings.TrimSpace(string(out)); err != nil || got != tt.want {
				t.Errorf("genuine: %s (%v), want %s", got, err, tt.want)
			}
		})
	}
}

func TestDocumentedShell(t *testing.T) {
	tool(t, "openssl")
	sh := tool(t, "sh")
	key := []byte("\xff\x00 a key of bytes")
	n := composed(t)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "body.json"), n.payload(id), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(sh, "-c", block(t, "sh"))
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "SECRET=whsec_"+base64.StdEncoding.EncodeToString(key), "WEBHOOK_ID="+id, "WEBHOOK_TIMESTAMP=1930000000")
	out, err := cmd.CombinedOutput()
	if got, want := "v1,"+strings.TrimSpace(string(out)), sign(key, id, "1930000000", n.payload(id)); err != nil || got != want {
		t.Errorf("signature %q (%v), want %q", got, err, want)
	}
}

// Every placeholder and variable is documented, and every field of the event.
func TestDocumentedNames(t *testing.T) {
	text, err := os.ReadFile("../../docs/notifications.md")
	if err != nil {
		t.Fatal(err)
	}
	n := composed(t)
	for _, v := range n.values(id) {
		for _, name := range []string{"`{" + v.name + "}`", "`READAHEAD_" + strings.ToUpper(v.name) + "`"} {
			if !bytes.Contains(text, []byte(name)) {
				t.Errorf("%s is not documented", name)
			}
		}
	}
	var fields map[string]any
	if err := json.Unmarshal(n.payload(id), &fields); err != nil {
		t.Fatal(err)
	}
	for name := range fields {
		if !bytes.Contains(text, []byte("`"+name+"`")) || !bytes.Contains(text, []byte(`  "`+name+`": `)) {
			t.Errorf("field %q is not documented", name)
		}
	}
}
