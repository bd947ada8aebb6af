package preflight

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"readahead/brief/profile"
)

// installedFonts returns the fonts of other scripts that the system has. What
// .ci/run installs must be there in CI.
func installedFonts(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, font := range []string{japanese, arabic} {
		if _, err := os.Stat(font); err == nil {
			out = append(out, font)
		} else if os.Getenv("CI") != "" {
			t.Errorf("%s is not installed", font)
		}
	}
	return out
}

// Fonts of Debian's packages fonts-vlgothic and fonts-noto-core.
const (
	japanese = "/usr/share/fonts/truetype/vlgothic/VL-PGothic-Regular.ttf"
	arabic   = "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf"
)

// foreigners returns briefings in Japanese and Arabic on two pages, if there
// are fonts for them.
func foreigners(t *testing.T) []sheet {
	t.Helper()
	var out []sheet
	for _, font := range installedFonts(t) {
		for _, template := range []string{"read-ahead", "memo"} {
			p, seed := inJapanese(), japaneseSeed
			if font == arabic {
				p, seed = inArabic(), arabicSeed
			}
			p.Page = profile.Page{Size: "a4", Template: template, Fonts: []string{font}, Second: []string{"talking_points", "sources"}}
			o := memory(p, []string{"seed.txt"}, map[string]string{"seed.txt": seed})
			o.AttachSources = true
			out = append(out, sheet{name: p.Language + " in " + template, data: build(t, o)})
		}
	}
	return out
}

func inJapanese() profile.Profile {
	return profile.Profile{
		Name: "ferry", Title: "渡船の改修", Language: "ja", Marking: "部外秘", Purpose: "改修の時期を決める。",
		Talking:  []string{"夏の便数を先に確かめる。"},
		Sections: []profile.Section{section("hull", "船体", "船体", "塗装"), section("crew", "乗組員", "乗組員", "訓練")},
		Sources:  []profile.Source{{Match: "seed.txt", Publisher: "渡船組合", URL: "https://watashi.example/記録"}},
	}
}

const japaneseSeed = `渡船組合は5月3日、船体の塗装を秋に行うと決めた。費用は120万円で、前回より2割高い。

乗組員の訓練は「毎月2回」に増える。霧の日の訓練は港の内側だけで行う。
`

func inArabic() profile.Profile {
	return profile.Profile{
		Name: "ferry", Title: "إصلاح العبارة", Language: "ar", TLP: "AMBER", Purpose: "تحديد موعد الإصلاح.",
		Talking:  []string{"التأكد من عدد الرحلات في الصيف (12 رحلة)."},
		Sections: []profile.Section{section("hull", "الهيكل", "الهيكل", "الطلاء"), section("crew", "الطاقم", "الطاقم", "التدريب")},
		Sources:  []profile.Source{{Match: "seed.txt", Publisher: "اتحاد العبارات", URL: "https://ferry.example/log"}},
	}
}

const arabicSeed = `قرر اتحاد العبارات في 3 مايو طلاء الهيكل في الخريف. تبلغ كلفة الطلاء 120 ألفا، أي أكثر من السابق بنسبة 20%.

سيزداد التدريب إلى مرتين في الشهر. يتدرب الطاقم في أيام الضباب داخل الميناء (الحوض B) فقط.
`

// logos writes a drawing and two pictures, one of them with transparent parts.
func logos(t *testing.T) []string {
	t.Helper()
	dir := t.TempDir()
	save := func(name string, data []byte) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		return file
	}
	picture := func(alpha uint8) []byte {
		img := image.NewNRGBA(image.Rect(0, 0, 24, 16))
		for i := range 24 * 16 {
			img.Set(i%24, i/24, color.NRGBA{uint8(i), 90, 160, max(alpha, uint8(i))})
		}
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	return []string{
		save("drawing.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path fill="#036" d="M0 10 L10 0 L20 10 Z"/><circle cx="10" cy="7" r="2" fill="#fff"/></svg>`)),
		save("picture.png", picture(255)),
		save("clear.png", picture(0)),
	}
}
