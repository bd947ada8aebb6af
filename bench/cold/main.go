//go:build unix

// Command cold times whole processes against each other, one run of each per
// round, and prints medians, the ratio to plain fpdf, and peak memory.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"time"
)

// A contender is a command that makes the page.
type contender struct {
	name string
	args []string
	wall []time.Duration
	peak int64 // kilobytes
}

func main() {
	rounds := flag.Int("rounds", 20, "how often each command is run")
	work := flag.String("work", ".", "folder with the binaries and the pages")
	flag.Parse()
	in := func(name string) string { return filepath.Join(*work, name) }
	all := []*contender{
		{name: "empty Go process", args: []string{in("empty")}},
		{name: "brief build (whole job)", args: []string{in("brief"), "build", "--quiet", "-o", in("out")}},
		{name: "plain fpdf (page alone)", args: []string{in("plainfpdf"), in("page.txt"), in("fpdf.pdf")}},
		{name: "Typst", args: []string{"typst", "compile", in("page.typ"), in("typst.pdf")}},
		{name: "WeasyPrint", args: []string{"weasyprint", in("page.html"), in("weasy.pdf")}},
		{name: "Chromium", args: []string{"chromium", "--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf=" + in("chromium.pdf"), in("page.html")}},
		{name: "pdflatex", args: []string{"pdflatex", "-interaction=batchmode", "-output-directory", *work, in("page.tex")}},
	}
	present := slices.DeleteFunc(slices.Clone(all), func(c *contender) bool {
		if _, err := exec.LookPath(c.args[0]); err != nil {
			fmt.Printf("%s: absent\n", c.name)
			return true
		}
		return false
	})
	for round := range *rounds + 1 {
		for _, c := range present {
			d, peak, err := once(c.args)
			if err != nil {
				log.Fatalf("%s: %v", c.name, err)
			}
			if round > 0 { // the first warms the page cache
				c.wall = append(c.wall, d)
				c.peak = max(c.peak, peak)
			}
		}
	}
	report(present)
}

// once runs a command and returns its wall time and peak resident memory.
func once(args []string) (time.Duration, int64, error) {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=0")
	start := time.Now()
	err := cmd.Run()
	d := time.Since(start)
	if u, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		return d, u.Maxrss, err
	}
	return d, 0, err
}

func report(cs []*contender) {
	median := func(c *contender) time.Duration {
		slices.SortFunc(c.wall, cmp.Compare[time.Duration])
		return c.wall[len(c.wall)/2]
	}
	var empty, fpdf time.Duration
	for _, c := range cs {
		switch c.name {
		case "empty Go process":
			empty = median(c)
		case "plain fpdf (page alone)":
			fpdf = median(c)
		}
	}
	fmt.Printf("%-26s %9s %9s %9s %8s %8s %8s\n", "command", "min ms", "median ms", "max ms", "x empty", "x fpdf", "peak MB")
	for _, c := range cs {
		m := median(c)
		fmt.Printf("%-26s %9.2f %9.2f %9.2f %8.2f %8.2f %8.1f\n", c.name, ms(c.wall[0]), ms(m), ms(c.wall[len(c.wall)-1]),
			float64(m)/float64(empty), float64(m)/float64(max(fpdf, 1)), float64(c.peak)/1024)
	}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
