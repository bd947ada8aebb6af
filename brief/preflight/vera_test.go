package preflight

import (
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
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
func vera(program, profile, dir string) (map[string]verdict, error) {
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
		return nil, fmt.Errorf("veraPDF, %s: %v, %v, %d bytes", profile, err, e, len(out))
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
	return verdicts, nil
}

// TestVeraPDF asks veraPDF about every briefing and every broken file. A
// briefing must pass. Of a broken file veraPDF must think as we do: where we
// alone see a breach of PDF/UA or PDF/A, the mutation says so; what we find
// against the PDF format itself is not veraPDF's business.
func TestVeraPDF(t *testing.T) {
	program := tool(t, "verapdf")
	good, broken := sheets(t), mutants(t)
	dir := t.TempDir()
	goods, seen := filepath.Join(dir, "good"), t.TempDir()
	save := func(folder string, i int, data []byte) {
		file := filepath.Join(folder, fileName(folder, i))
		if err := errors.Join(os.MkdirAll(folder, 0o755), os.WriteFile(file, data, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	for i, s := range good {
		save(goods, i, s.data)
		if looked(i, s) { // a second place: veraPDF takes folders
			file := fileName(goods, i)
			if err := os.Link(filepath.Join(goods, file), filepath.Join(seen, file)); err != nil {
				t.Fatal(err)
			}
		}
	}
	brokens := filepath.Join(dir, "broken")
	for i, m := range broken {
		if !m.unread {
			save(brokens, i, m.data)
		}
	}
	runs := []struct {
		profile, standard, dir string
		verdicts               map[string]verdict
		err                    error
	}{
		{profile: "ua1", standard: UA, dir: dir},
		{profile: "3a", standard: A, dir: dir},
		{profile: filepath.Join("testdata", "wcag.xml"), standard: "WCAG 2.2", dir: seen},
	}
	var work sync.WaitGroup
	for i := range runs {
		work.Go(func() { runs[i].verdicts, runs[i].err = vera(program, runs[i].profile, runs[i].dir) })
	}
	work.Wait()
	for _, x := range runs {
		if x.err != nil {
			t.Error(x.err)
			continue
		}
		verdicts := x.verdicts
		for i, s := range good {
			if x.dir == seen && !looked(i, s) {
				continue
			}
			v, ok := verdicts[fileName(goods, i)]
			if s.madeUp {
				v = slices.DeleteFunc(v, ofWords)
			}
			if !ok || len(v) > 0 {
				t.Errorf("%s: veraPDF, %s: %v", s.name, x.standard, v)
			}
		}
		if x.dir == seen {
			continue
		}
		for i, m := range broken {
			if !m.unread {
				compare(t, m, x.standard, verdicts[fileName(brokens, i)])
			}
		}
	}
}

// looked reports whether veraPDF looks at a briefing as well as into it, which
// takes it three times as long: at all but the made-up ones, and at every
// fourth of these.
func looked(i int, s sheet) bool { return !s.madeUp || i%4 == 0 }

// ofWords reports whether a rule is about the words: characters and spaces that
// repeat. Those of the sources are printed as they are.
func ofWords(rule string) bool { return strings.HasPrefix(rule, "1.3.1-") }

// fileName names the ith file of a folder.
func fileName(folder string, i int) string {
	return fmt.Sprintf("%s%04d.pdf", filepath.Base(folder), i)
}

// compare compares our verdict on a broken file with veraPDF's.
func compare(t *testing.T, m mutation, standard string, theirs verdict) {
	t.Helper()
	r, err := Check(m.data)
	if err != nil || theirs == nil {
		t.Errorf("%s: %v; veraPDF: %v", m.name, err, theirs)
		return
	}
	ours := r.Of(standard)
	alone := strings.Contains(m.alone, standard)
	switch {
	case len(ours) > 0 && len(theirs) == 0 && !alone:
		t.Errorf("%s: %s: only we find %v", m.name, standard, ours)
	case len(ours) == 0 && len(theirs) > 0:
		t.Errorf("%s: %s: only veraPDF finds %v", m.name, standard, theirs)
	case alone && (len(ours) == 0 || len(theirs) > 0):
		t.Errorf("%s: %s: is not found by us alone: %v, %v", m.name, standard, ours, theirs)
	}
}
