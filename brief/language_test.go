package brief

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"readahead/brief/profile"
	"readahead/brief/typeface"
)

// A foreign is a briefing in a language that the built-in typeface lacks.
type foreign struct {
	name, font, pkg string
	profile         profile.Profile
	seed            string
}

func foreigners() []foreign {
	page := profile.Page{Size: "a4", Template: "read-ahead"}
	return []foreign{
		{"Japanese", "vlgothic/VL-PGothic-Regular.ttf", "fonts-vlgothic", profile.Profile{
			Name: "minato", Title: "外港の浚渫", Language: "ja", Page: page, Purpose: "工期と費用の分担について協会の意見を聞く。",
			Sections: []profile.Section{
				{ID: "work", Title: "工事", Keywords: []string{"浚渫", "水深"}, MinItems: -1, Weight: 1},
				{ID: "ferry", Title: "航路", Keywords: []string{"フェリー", "欠航"}, MinItems: -1, Weight: 1},
			},
		}, `港湾局は4月20日、外港の浚渫工事を9月1日に始めると発表した。水深は現在の9.5メートルから12メートルになる。

「工事の間も岸壁は使えます」と山田局長は述べた。フェリーは工事区域を避けて東側を通り、所要時間は15分長くなる。

昨年の欠航は42便で、その多くは浅瀬のためだった。新しい航路では大型のフェリーも満潮を待たずに入港できる。
`},
		{"Arabic", "noto/NotoSansArabic-Regular.ttf", "fonts-noto-core", profile.Profile{
			Name: "mina", Title: "تعميق الحوض الخارجي", Language: "ar", Page: page, Purpose: "الاستماع إلى رأي الاتحاد في موعد العمل وتقاسم التكاليف.",
			Sections: []profile.Section{
				{ID: "work", Title: "الأعمال", Keywords: []string{"التعميق", "العمق"}, MinItems: -1, Weight: 1},
				{ID: "ferry", Title: "العبارات", Keywords: []string{"العبارات", "إلغاء"}, MinItems: -1, Weight: 1},
			},
		}, `أعلنت سلطة الميناء في 20 أبريل أن أعمال التعميق في الحوض الخارجي ستبدأ في الأول من سبتمبر. وسيزداد العمق من 9.5 إلى 12 مترا (40 قدما).

قال المدير إن الأرصفة ستبقى مفتوحة خلال الأعمال. وسينتقل خط العبارات إلى الجهة الشرقية، وستطول الرحلة 15 دقيقة.

هل ستدخل السفن الكبيرة دون انتظار المد؟ تقول الشركة إن إلغاء 42 رحلة في العام الماضي كان بسبب ضحالة المياه.
`},
	}
}

// build makes the briefing with a font that has to be installed.
func (f foreign) build(t *testing.T) *Result {
	t.Helper()
	path := filepath.Join("/usr/share/fonts/truetype", f.font)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("package %s is not installed", f.pkg)
		}
		t.Skipf("package %s is not installed", f.pkg)
	}
	f.profile.Page.Fonts = []string{path}
	res, err := Build(context.Background(), Options{
		Profile: f.profile, Seeds: []string{"seed.txt"}, ReadFile: func(string) ([]byte, error) { return []byte(f.seed), nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// Sentences of other scripts are found, chosen and printed, and copy out of the
// page as they stand in the source.
func TestOtherLanguages(t *testing.T) {
	for _, f := range foreigners() {
		t.Run(f.name, func(t *testing.T) {
			res := f.build(t)
			var texts []string
			for _, s := range res.Brief.Sections {
				if len(s.Items) == 0 {
					t.Errorf("nothing in section %s", s.ID)
				}
				for _, it := range s.Items {
					if !strings.Contains(f.seed, it.Text) || strings.Count(it.Text, "؟")+strings.Count(it.Text, "。") > 1 {
						t.Errorf("%q is not one sentence of the source", it.Text)
					}
					texts = append(texts, it.Text)
				}
			}
			if len(texts) < 3 {
				t.Errorf("only %d items", len(texts))
			}
			for _, w := range res.Warnings {
				t.Errorf("warning: %s", w)
			}
			if again := f.build(t); !bytes.Equal(again.PDF, res.PDF) {
				t.Error("a second build differs")
			}
			copied := letters(copyOut(t, res.PDF))
			for _, text := range append(texts, f.profile.Title, f.profile.Purpose) {
				if !strings.Contains(copied, letters(text)) {
					t.Errorf("%q does not copy out of %q", text, copied)
				}
			}
		})
	}
}

// copyOut returns the text that a reader of PDF files sees.
func copyOut(t *testing.T, pdf []byte) string {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	file := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool, file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// letters returns the letters and digits of a text: where lines end, and what
// directions are marked, is up to the reader.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// A character that no font has is printed as a box, with a warning that says
// where it stands; a font that nobody named is named.
func TestFontWarnings(t *testing.T) {
	f := foreigners()[0]
	f.build(t) // skips where the font is not installed
	f.seed = "The dredging of 浚渫 harbour begins on 4 March 2026 near the old \U000F5678 pier.\n"
	lib, err := typeface.Open(nil, "en", "/usr/share/fonts")
	if err != nil {
		t.Fatal(err)
	}
	res, err := Build(context.Background(), Options{
		Profile: f.profile, Fonts: lib, Seeds: []string{"seed.txt"}, ReadFile: func(string) ([]byte, error) { return []byte(f.seed), nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, w := range res.Warnings {
		all = append(all, w.String()+" "+w.Hint)
	}
	got := strings.Join(all, "\n")
	for _, want := range []string{"seed.txt:1: the typeface has no U+F5678", "page.fonts"} {
		if !strings.Contains(got, want) {
			t.Errorf("no warning %q in:\n%s", want, got)
		}
	}
}

// A font that cannot be used stops the build and says why.
func TestUnusableFont(t *testing.T) {
	f := foreigners()[0]
	f.profile.Page.Fonts = []string{"language_test.go"}
	_, err := Build(context.Background(), Options{
		Profile: f.profile, Seeds: []string{"seed.txt"}, ReadFile: func(string) ([]byte, error) { return []byte(f.seed), nil },
	})
	if err == nil || !strings.Contains(err.Error(), "is no font file") {
		t.Errorf("got %v", err)
	}
}
