package preflight

import (
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// tool skips the test where a program is not installed. What .ci/run installs
// must be there in CI.
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

// A verdict is what veraPDF says of a file: the rules that it breaks, nothing
// for a file that conforms.
type verdict []string

// vera runs veraPDF once over all files of a folder, and returns its verdicts
// by the files' names. The profile is "ua1", "3a" or the file of another.
func vera(t *testing.T, program, profile, dir string) map[string]verdict {
	t.Helper()
	flag := "-f"
	if strings.HasSuffix(profile, ".xml") {
		flag = "-p"
	}
	cmd := exec.Command(program, flag, profile, "--format", "xml", "--maxfailuresdisplayed", "1", "--loglevel", "0", "-r", dir)
	out, err := cmd.Output() // the exit status says whether all conform
	var report struct {
		Jobs []struct {
			Name   string `xml:"item>name"`
			Report *struct {
				Compliant bool `xml:"isCompliant,attr"`
				Rules     []struct {
					Clause string `xml:"clause,attr"`
					Test   string `xml:"testNumber,attr"`
					Status string `xml:"status,attr"`
				} `xml:"details>rule"`
			} `xml:"validationReport"`
			Exception string `xml:"taskException>exceptionMessage"`
		} `xml:"jobs>job"`
	}
	if e := xml.Unmarshal(out, &report); e != nil || len(report.Jobs) == 0 {
		t.Fatalf("veraPDF, %s: %v, %v, %d bytes", profile, err, e, len(out))
	}
	verdicts := map[string]verdict{}
	for _, j := range report.Jobs {
		v := verdict{}
		switch {
		case j.Report == nil:
			v = append(v, "no report: "+j.Exception)
		case !j.Report.Compliant:
			for _, r := range j.Report.Rules {
				if r.Status == "failed" {
					v = append(v, r.Clause+"-"+r.Test)
				}
			}
		}
		verdicts[filepath.Base(j.Name)] = v
	}
	return verdicts
}

// save writes files into a folder of their own; their names are their numbers.
func save(t *testing.T, files [][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for i, data := range files {
		if err := os.WriteFile(filepath.Join(dir, numbered(i)), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func numbered(i int) string { return fmt.Sprintf("%04d.pdf", i) }

// TestMutationsVera compares our verdict on each broken file with veraPDF's.
// Where we see a breach of PDF/UA or PDF/A that it does not, the mutation says
// why; what we find against the PDF format itself is not its business.
func TestMutationsVera(t *testing.T) {
	program := tool(t, "verapdf")
	all, files := mutants(t)
	dir := save(t, files)
	for i, m := range all {
		if m.unread {
			if err := os.Remove(filepath.Join(dir, numbered(i))); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, x := range []struct{ profile, standard string }{{"ua1", UA}, {"3a", A}} {
		verdicts := vera(t, program, x.profile, dir)
		for i, m := range all {
			if m.unread {
				continue
			}
			theirs, ok := verdicts[numbered(i)]
			r, err := Check(files[i])
			if err != nil || !ok {
				t.Errorf("%s: %v", m.name, err)
				continue
			}
			ours := r.Of(x.standard)
			alone := strings.Contains(m.alone, x.standard)
			switch {
			case len(ours) > 0 && len(theirs) == 0 && !alone:
				t.Errorf("%s: %s: only we find %v", m.name, x.standard, ours)
			case len(ours) == 0 && len(theirs) > 0:
				t.Errorf("%s: %s: only veraPDF finds %v", m.name, x.standard, theirs)
			case alone && (len(ours) == 0 || len(theirs) > 0):
				t.Errorf("%s: %s: is not found by us alone: %v, %v", m.name, x.standard, ours, theirs)
			}
		}
	}
}
