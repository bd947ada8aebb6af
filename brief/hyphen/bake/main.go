// Command bake turns pattern files into the data that package hyphen embeds.
// It is run by go generate:
//
//	bake DIR LANGUAGE…
//
// reads DIR/hyph-LANGUAGE.tex and writes DIR/LANGUAGE.bin for each.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"readahead/brief/hyphen"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: bake DIR LANGUAGE…")
		os.Exit(2)
	}
	for _, lang := range os.Args[2:] {
		if err := bake(os.Args[1], lang); err != nil {
			fmt.Fprintf(os.Stderr, "bake: %v\n", err)
			os.Exit(1)
		}
	}
}

func bake(dir, lang string) error {
	name := filepath.Join(dir, "hyph-"+lang+".tex")
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	p, err := hyphen.Parse(name, lang, text)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	data := p.Bake()
	fmt.Printf("%s: %d KB\n", lang, len(data)>>10)
	return os.WriteFile(filepath.Join(dir, lang+".bin"), data, 0o644)
}
