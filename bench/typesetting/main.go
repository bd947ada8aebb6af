// Command typesetting sets the sample page with two other typesetters, to
// compare the look of the three: the same words at the same sizes in the same
// grid, with the best settings of each.
//
//	go run ./bench/typesetting -fonts DIR -o DIR
//
// DIR of -fonts has the TrueType files of Source Sans 3 (the npm package
// source-sans has them in its folder TTF). It writes readahead.pdf, and for
// Typst and LuaLaTeX a ragged and a justified page, each as PDF and PNG, then
// prints the measures that docs/typesetting.md has. It needs pdftoppm and
// pdftotext (Debian: poppler-utils). Of typst (the command or the Python module)
// and lualatex (texlive-luatex, texlive-latex-extra), one that is absent is
// named and passed over.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"

	"readahead/brief"
	"readahead/brief/hyphen"
	"readahead/brief/layout"
	"readahead/config"
	"readahead/seeds"
	"readahead/templates"
)

func main() {
	log.SetFlags(0)
	out := flag.String("o", "out/typesetting", "folder to write to")
	fonts := flag.String("fonts", "", "folder with SourceSans3-Regular.ttf and its kin")
	dpi := flag.Int("dpi", 110, "resolution of the pictures")
	flag.Parse()
	if err := run(*out, *fonts, *dpi, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// run writes the pages to the folder out and their measures to report.
func run(out, fonts string, dpi int, report io.Writer) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	fonts, err := filepath.Abs(fonts) // LaTeX runs in the folder out
	if err != nil {
		return err
	}
	c, err := ours(filepath.Join(out, "readahead.pdf"))
	if err != nil {
		return err
	}
	if err := write(out, c); err != nil {
		return err
	}
	names := append([]string{"readahead"}, others(out, fonts)...)
	var pages []measures
	for _, name := range names {
		file := filepath.Join(out, name)
		if err := command("pdftoppm", "-r", fmt.Sprint(dpi), "-png", "-singlefile", file+".pdf", file); err != nil {
			return err
		}
		m, err := measure(file+".pdf", c)
		if err != nil {
			return err
		}
		m.name = name
		pages = append(pages, m)
	}
	return table(report, pages)
}

// ours builds the sample, writes its page to file and returns its content.
func ours(file string) (*content, error) {
	p, err := config.Sample()
	if err != nil {
		return nil, err
	}
	res, err := brief.Build(context.Background(), brief.Options{Profile: p, Seeds: seeds.Names(), ReadFile: seeds.ReadFile})
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(file, res.PDF, 0o644); err != nil {
		return nil, err
	}
	text, ok := templates.Builtin(p.Page.Template)
	if !ok {
		return nil, fmt.Errorf("no template %q", p.Page.Template)
	}
	t, err := layout.ParseTemplate(p.Page.Template, text)
	if err != nil {
		return nil, err
	}
	setter, err := layout.NewSetter(t, p.Page.Size)
	if err != nil {
		return nil, err
	}
	body := layout.Points(res.Page.BodyPt)
	set, err := setter.Hyphenating(hyphen.For(p.Language)).Set(res.Brief, body)
	if err != nil {
		return nil, err
	}
	if set.Overflow > 0 {
		return nil, fmt.Errorf("the page is %.1f points too high; it was set in another way than the briefing", set.Overflow.Points())
	}
	return newContent(t, body, set), nil
}

// write writes the sources of the other two: Typst reads the content itself,
// LaTeX has it written into its source.
func write(out string, c *content) error {
	data, err := json.Marshal(c)
	if err != nil {
		return err
	}
	tex, err := latex(c)
	if err != nil {
		return err
	}
	for name, text := range map[string][]byte{"page.json": data, "page.typ": typPage, "page.tex": tex} {
		if err := os.WriteFile(filepath.Join(out, name), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// others runs the other typesetters and returns the names of the pages that
// came out.
func others(out, fonts string) (names []string) {
	for _, kind := range []struct{ name, justify string }{{"ragged", "no"}, {"justified", "yes"}} {
		for _, tool := range []struct {
			name string
			run  func(out, page, fonts, justify string) error
		}{
			{"typst", runTypst},
			{"lualatex", runLatex},
		} {
			page := tool.name + "-" + kind.name
			if err := tool.run(out, page, fonts, kind.justify); err != nil {
				log.Printf("%s: passed over: %v", page, err)
				continue
			}
			names = append(names, page)
		}
	}
	return names
}

func runTypst(out, page, fonts, justify string) error {
	source, pdf := filepath.Join(out, "page.typ"), filepath.Join(out, page+".pdf")
	if _, err := exec.LookPath("typst"); err == nil {
		return command("typst", "compile", "--ignore-system-fonts", "--font-path", fonts, "--input", "justify="+justify, source, pdf)
	}
	const script = `import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True, sys_inputs={"justify": sys.argv[4]})`
	return command("python3", "-c", script, source, pdf, fonts, justify)
}

func runLatex(out, page, fonts, justify string) error {
	start := fmt.Sprintf(`\def\fontfolder{%s/}\def\setting{%s}\input{page.tex}`, fonts, justify)
	cmd := exec.Command("lualatex", "-interaction=nonstopmode", "-halt-on-error", "-jobname="+page, start)
	cmd.Dir = out
	return combined(cmd)
}

func command(name string, args ...string) error { return combined(exec.Command(name, args...)) }

// combined runs cmd and makes the end of what it says part of its error.
func combined(cmd *exec.Cmd) error {
	said, err := cmd.CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", cmd.Args[0], err, said[max(0, len(said)-1500):])
	}
	return nil
}
