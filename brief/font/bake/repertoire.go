package main

// Characters that the typeface may lack but a face must know, since they are
// not drawn: without these entries they would show as missing.
//
// spaces gives the advance of white space in thousandths of an em, with
// negative numbers for characters that are as wide as another one.
var spaces = []struct {
	r     rune
	milli int  // of an em
	like  rune // as wide as this one, if not 0
}{
	{r: '\t', like: ' '}, {r: '\n', like: ' '}, {r: '\v', like: ' '}, {r: '\f', like: ' '}, {r: '\r', like: ' '},
	{r: 0x85, like: ' '}, {r: 0x1680, like: ' '}, {r: 0x2028, like: ' '}, {r: 0x2029, like: ' '},
	{r: 0x2000, milli: 500}, {r: 0x2001, milli: 1000}, {r: 0x2002, milli: 500}, {r: 0x2003, milli: 1000},
	{r: 0x2004, milli: 333}, {r: 0x2005, milli: 250}, {r: 0x2006, milli: 167},
	{r: 0x2007, like: '0'}, {r: 0x2008, like: '.'}, {r: 0x2009, milli: 200}, {r: 0x200A, milli: 100},
	{r: 0x202F, milli: 200}, {r: 0x205F, milli: 222}, {r: 0x3000, milli: 1000},
}

// ignorables are ranges of characters that Unicode calls default ignorable:
// a program that does not act on them shows nothing (Unicode 16, 5.21). The
// tag characters above U+E0000 are left out: they can hide whole sentences.
var ignorables = [][2]rune{
	{0xAD, 0xAD}, {0x34F, 0x34F}, {0x61C, 0x61C}, {0x180B, 0x180F}, {0x200B, 0x200F},
	{0x202A, 0x202E}, {0x2060, 0x206F}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
}

func isMark(r rune) bool { return 0x300 <= r && r <= 0x36F }
