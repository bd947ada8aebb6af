// Command bake turns TrueType files into the face data that package font
// embeds. It is run by go generate:
//
//	bake DIR NAME=FILE.ttf…
//
// writes DIR/NAME.bin for each. Shaping happens here, once, with a complete
// OpenType shaper; what it does to every pair of characters is written down
// as tables, so that the program itself only looks things up. The layout of
// the data is described in package font, in blob.go.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: bake DIR NAME=FILE.ttf…")
		os.Exit(2)
	}
	for _, arg := range os.Args[2:] {
		name, file, ok := strings.Cut(arg, "=")
		if !ok {
			fmt.Fprintf(os.Stderr, "bake: %s: want NAME=FILE.ttf\n", arg)
			os.Exit(2)
		}
		if err := bake(filepath.Join(os.Args[1], name+".bin"), file); err != nil {
			fmt.Fprintf(os.Stderr, "bake: %s: %v\n", file, err)
			os.Exit(1)
		}
	}
}

func bake(out, in string) error {
	data, err := os.ReadFile(in)
	if err != nil {
		return err
	}
	f, err := parse(data)
	if err != nil {
		return err
	}
	s, err := shapeAll(data, f)
	if err != nil {
		return err
	}
	blob, err := encode(f, s)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d characters, %d glyphs, %d ligatures, %d compositions, %d×%d kerning classes, %d KB\n",
		out, len(s.runes), len(s.glyphs), len(s.ligatures), len(s.compositions), len(s.leftRows), len(s.rightCols), len(blob)>>10)
	return os.WriteFile(out, blob, 0o644)
}
