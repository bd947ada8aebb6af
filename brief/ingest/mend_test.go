package ingest

import (
	"strings"
	"testing"

	"readahead/brief/doc"
)

// mend applies all repairs of characters to s as to a plain-text file.
func mend(s string) (string, *mender) {
	m := mender{bytes: *censusOf(s)}
	return m.piece(m.whole(doc.NewText(s, 0)), true).String(), &m
}

func TestMojibake(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"accents", "cafÃ© crÃ¨me", "café crème"},
		{"quotes", "â€œPondâ€\u009d itâ€™s", "“Pond” it’s"},
		{"quote without its last byte", "â€œPondâ€ froze", "“Pond” froze"},
		{"quote with its last byte lost", "â€œPondâ€\ufffd froze", "“Pond” froze"},
		{"straightened dash", `pond â€" frozen`, "pond — frozen"},
		{"read as Latin-1", "itâ\u0080\u0099s cafÃ©", "it’s café"},
		{"dagger read as Latin-1", "pondâ\u0080 ", "pond† "},
		{"twice", "itÃ¢â‚¬â„¢s a cafÃƒÂ©", "it’s a café"},
		{"three times", "cafÃƒÆ’Ã‚Â©", "café"},
		{"euro, degree, dot", "â‚¬5 Â· 7 Â°C", "€5 · 7 °C"},
		{"arrow, and a cut-off emoji", "â†’ ðŸŸ", "→ ðŸŸ"},
		{"whole emoji", "ðŸ˜€", "😀"},
		{"no-break space", "5Â\u00a0km", "5 km"},
		{"no-break space made plain", "frozen.Â Then", "frozen. Then"},
		{"byte order mark", "ï»¿Pond", "Pond"},
		{"Czech", "JiÅ™Ã\u00ad KovÃ¡Å™", "Jiří Kovář"},
		{"Cyrillic", "ÐŸÑ€ÑƒÐ´ Ð² Ñ\u0081Ð½ÐµÐ³Ñƒ", "Пруд в снегу"},
		{"Japanese", "æ± ã\u0081¯å‡\u008dã‚‹", "æ± は凍る"},
		{"accents on their own", "cafeÌ\u0081", "cafe\u0301"},
		{"second half only", "Le café est là. Le thÃ© aussi.", "Le café est là. Le thé aussi."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, _ := mend(tt.in); got != tt.want {
				t.Errorf("mojibake(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestMojibakeKeepsText(t *testing.T) {
	for _, s := range []string{
		"«CAFÉ» «MAÇû «ESPAÑA» «IRMû",
		"„SPÖ“ „Ä“ „Ü“ ist groß",
		"Là «\u00a0noir\u00a0» et café\u00a0» puis à\u00a0«\u00a0gauche\u00a0»",
		"NESCAFÉ® ROSÉ™ CORAZÓN… SÃO — É— Ñ…",
		"Ça, où, naïve, œuvre, señor, Ærø, Ålesund, Łódź",
		"Ãrea, Âmbar, irmã, mamÃE",
		`It showed "Ã¤" where ä belongs.`,
		"100 °C · 5 µg · ± 2 · “Pond” – €7…",
		"Κρύο, снег, שלג, ثلج, 雪, 눈",
	} {
		want := strings.ReplaceAll(s, "\u00a0", " ")
		if got, _ := mend(s); got != want {
			t.Errorf("mojibake(%q) = %q", s, got)
		}
	}
}

// TestMojibakeNearby checks that what could be text is repaired only near
// what could not.
func TestMojibakeNearby(t *testing.T) {
	far := strings.Repeat("The pond froze. ", 20)
	in := "CORAZÃ“, cafÃ©. " + far + "DIÃ“. " + far + "thÃ©, MIÃ“."
	want := "CORAZÓ, café. " + far + "DIÃ“. " + far + "thé, MIÓ."
	if got, _ := mend(in); got != want {
		t.Errorf("mojibake(%q) = %q", in, got)
	}
}

func TestMojibakeWarns(t *testing.T) {
	d := mustParse(t, "a.txt", "Pond.\ncafÃ© thÃ©")
	if len(d.Warnings) != 1 || d.Warnings[0].At != 9 || !strings.Contains(d.Warnings[0].Text, "2 places") {
		t.Errorf("warnings are %+v", d.Warnings)
	}
}

func TestLatinControls(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"quotes and dashes", "it\u0092s \u0093cold\u0094 \u0096 very", "it’s “cold” – very"},
		{"ellipsis among others", "it\u0092s cold\u0085", "it’s cold…"},
		{"next line", "cold\u0085snow", "cold\u0085snow"},
		{"colour", "\u009b31mcold\u009b0m", "cold"},
		{"guillemets", "\u008bpond\u009bK", "‹pond›K"},
		{"without a character", "cold\u0081", "cold"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, _ := mend(tt.in); got != tt.want {
				t.Errorf("latinControls(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestControlCodes(t *testing.T) {
	for _, tt := range []struct{ name, in, want, dropped string }{
		{"colours", "\x1b[1;31mcold\x1b[0m snow\x1b[K", "cold snow", ""},
		{"title of the window", "\x1b]0;pond.log\x07cold", "cold", "0;pond.log"},
		{"title with a long end", "\x1b]2;pond\x1b\\cold", "cold", "2;pond"},
		{"title without an end", "\x1b]0;cold snow\nice", "0;cold snow\nice", ""},
		{"device control", "\x1bPpond\x1b\\cold", "cold", "pond"},
		{"character sets", "\x1b(Bcold\x1b)0", "cold", ""},
		{"cursor", "\x1b7cold\x1b8\x1bM", "cold", ""},
		{"lone escape", "cold \x1bsnow", "cold snow", ""},
		{"breaks off", "cold\x1b[31", "cold31", ""},
		{"bells and others", "co\x07ld\x00 \x7fsnow\x01", "cold snow", ""},
		{"bold by overstriking", "c\bco\bol\bld\bd", "cold", ""},
		{"underlined before", "_\bc_\bo", "co", ""},
		{"underlined after", "c\b_o\b_", "co", ""},
		{"typing mistake", "sonw\b\b\bnow", "snow", "onw"},
		{"backspace at the beginning of a line", "cold\n\bsnow", "cold\nsnow", ""},
		{"tabs and line ends stay", "a\tb\r\nc", "a\tb\r\nc", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, m := mend(tt.in)
			dropped := ""
			for _, x := range m.dropped {
				dropped += x.Text.String()
			}
			if got != tt.want || dropped != tt.dropped {
				t.Errorf("controlCodes(%q) = %q, dropped %q; want %q, %q", tt.in, got, dropped, tt.want, tt.dropped)
			}
		})
	}
}

func TestEntities(t *testing.T) {
	for _, tt := range []struct{ name, in, strict, loose string }{
		{"named", "a &amp; b &lt;c&gt; &eacute;&hellip;", "a & b <c> é…", "a & b <c> é…"},
		{"decimal and hexadecimal", "&#8217;&#x2014;&#X20ac;", "’—€", "’—€"},
		{"Windows numbers", "&#147;cold&#148;", "“cold”", "“cold”"},
		{"twice", "a &amp;amp; b &amp;lt; &amp;#8211; &amp;nbsp;c", "a & b < –  c", "a & b < –  c"},
		{"rare name", "&Ccaron;&frac34;", "Č¾", "Č¾"},
		{"two characters", "&NotEqualTilde;", "≂̸", "≂̸"},
		{"white space", "a&#10;b&#9;c&#13;", "a b c ", "a b c "},
		{"control codes", "a&#27;[31m&#0;", "a[31m\ufffd", "a[31m\ufffd"},
		{"too large", "&#1114112;&#xd800;", "\ufffd\ufffd", "\ufffd\ufffd"},
		{"without semicolon", "&copy 2025 &eacute &#169 x", "&copy 2025 &eacute &#169 x", "© 2025 é © x"},
		{"longest name", "&notit; &copyx", "&notit; &copyx", "¬it; ©x"},
		{"no entity", "R&D, AT&T; &nonsense; & &; &#; &#x;", "R&D, AT&T; &nonsense; & &; &#; &#x;", "R&D, AT&T; &nonsense; & &; &#; &#x;"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := doc.NewText(tt.in, 0)
			if got := strings.ReplaceAll(entities(in, true).String(), "\u00a0", " "); got != tt.strict {
				t.Errorf("entities(%q, strict) = %q, want %q", tt.in, got, tt.strict)
			}
			if got := strings.ReplaceAll(entities(in, false).String(), "\u00a0", " "); got != tt.loose {
				t.Errorf("entities(%q) = %q, want %q", tt.in, got, tt.loose)
			}
		})
	}
}

func TestMojibakeInEntities(t *testing.T) {
	if got, _ := mend("it&acirc;&#128;&#153;s a caf&Atilde;&copy;"); got != "it’s a café" {
		t.Errorf("mended to %q", got)
	}
}

func TestSpaces(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"no-break", "5\u00a0km\u202fnorth\u2009of\u3000it", "5 km north of it"},
		{"soft hyphen", "main\u00adtenance", "maintenance"},
		{"soft hyphen at the end of a line", "main\u00ad\r\n  tenance\nwork", "maintenance\nwork"},
		{"soft hyphen at the end of a paragraph", "main\u00ad\n\nwork", "main\n\nwork"},
		{"zero width", "po\u200bnd\ufeff \u2060ice", "pond ice"},
		{"bidirectional", "\u202edrow\u202c \u2066a\u2069 \u200eb", "drow a b"},
		{"joiner in Persian", "می\u200cخواهم", "می\u200cخواهم"},
		{"joiner in Latin", "po\u200dnd", "pond"},
		{"joined emoji", "👩\u200d🔬", "👩\u200d🔬"},
		{"bullets of fonts", "\uf0b7 one", "• one"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, _ := mend(tt.in); got != tt.want {
				t.Errorf("spaces(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
	if _, m := mend("a\u202eb\u202ec\u200bd"); m.bidi != (note{2, 1}) || m.unseen != (note{1, 9}) {
		t.Errorf("bidi %v, unseen %v", m.bidi, m.unseen)
	}
}

func TestEditBoundsPlaces(t *testing.T) {
	s := strings.Repeat("a\u00a0", maxEdits+10)
	m := mender{bytes: *censusOf(s)}
	got := m.spaces(doc.NewText(s, 5))
	if got.String() != strings.Repeat("a ", maxEdits+10) {
		t.Fatal("the text is not the same")
	}
	if r := got.Slice(2, 3).Bounds(); r != (doc.Range{Start: 8, End: 9}) {
		t.Errorf("the second letter stands at %v", r)
	}
	if r := got.Bounds(); r != (doc.Range{Start: 5, End: 5 + len(s)}) {
		t.Errorf("the whole stands at %v", r)
	}
	if rs := got.Slice(got.Len()-2, got.Len()-1).Ranges(); len(rs) != 1 || rs[0].End > 5+len(s) || rs[0].Start < 5+3*maxEdits {
		t.Errorf("the last letter stands at %v", rs)
	}
}
