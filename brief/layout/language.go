package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// setLanguages says of each fragment in which language it is, where its script
// tells: assistive technology must not read Japanese as if it were English
// (ISO 14289-1, 7.2). Chinese characters are Japanese beside kana and Korean
// beside Hangul.
func setLanguages(fs []fragment, text string) {
	han, before := languageOfHan(text), ""
	for i := range fs {
		f := &fs[i]
		language, letters := languageOf(text[f.from:f.to], han)
		if !letters && f.face.IsOutside() {
			language = before // signs between its words
		}
		f.language, before = language, language
	}
}

// languageOfHan returns the language of the Chinese characters of a text.
func languageOfHan(text string) string {
	han := "und-Hani"
	for _, r := range text {
		switch {
		case r < 0x1100:
		case isKana(r):
			return "ja"
		case unicode.Is(unicode.Hangul, r):
			han = "ko"
		}
	}
	return han
}

// A Stretch is a part of a text in one language.
type Stretch struct {
	Text     string
	Language string // empty: that of the page
}

// Stretches divides a text on a page in a language where its script tells
// that it is in another, from the first to the last letter. What is not
// letters belongs to the page's language elsewhere.
func Stretches(page, text string) []Stretch {
	if strings.IndexFunc(text, func(r rune) bool { return r >= 0x0530 }) < 0 {
		return []Stretch{{Text: text}}
	}
	var out []Stretch
	han := languageOfHan(text)
	done, from, to, script := 0, 0, 0, "" // of what is under way
	end := func() {
		if script == "" {
			return
		}
		language, _ := languageOf(text[from:to], han)
		if language = foreignTo(page, language); language == "" {
			return
		}
		if done < from {
			out = append(out, Stretch{Text: text[done:from]})
		}
		out = append(out, Stretch{text[from:to], language})
		done = to
	}
	for i, n := 0, 0; i < len(text); i += n {
		var r rune
		r, n = utf8.DecodeRuneInString(text[i:])
		if unicode.IsMark(r) && to == i {
			to += n
			continue
		}
		language, letter := languageOf(text[i:i+n], han)
		if !letter {
			continue
		}
		if language == "und-Arab" {
			language = "ar" // the whole of it decides
		}
		if language != script {
			end()
			script, from = language, i
		}
		to = i + n
	}
	end()
	if done < len(text) {
		out = append(out, Stretch{Text: text[done:]})
	}
	return out
}

// languageOf returns the language that the first letter of a text tells, and
// whether there is a letter.
func languageOf(text, han string) (language string, letters bool) {
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		switch {
		case r < 0x0530:
			return "", true
		case unicode.Is(unicode.Hebrew, r):
			return "he", true
		case unicode.Is(unicode.Arabic, r):
			if strings.ContainsAny(text, "پچژگڤہھیٹڈڑے") {
				return "und-Arab", true // Persian, Urdu and others have these letters
			}
			return "ar", true
		case unicode.Is(unicode.Thai, r):
			return "th", true
		case unicode.Is(unicode.Han, r):
			return han, true
		case isKana(r):
			return "ja", true
		case unicode.Is(unicode.Hangul, r):
			return "ko", true
		case unicode.Is(unicode.Armenian, r):
			return "hy", true
		case unicode.Is(unicode.Georgian, r):
			return "ka", true
		case unicode.Is(unicode.Devanagari, r):
			return "und-Deva", true
		}
		return "", true
	}
	return "", false
}

func isKana(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }

// foreignTo returns the language that text marked with one must be given on a
// page in another, or "" if the page's does.
func foreignTo(page, language string) string {
	own, _, _ := strings.Cut(strings.ToLower(page), "-")
	switch {
	case language == own:
		return ""
	case language == "und-Hani" && (own == "zh" || own == "ja" || own == "ko" || own == "yue"),
		(language == "ar" || language == "und-Arab") && isRTLLanguage(page) && own != "he" && own != "yi",
		language == "und-Deva" && (own == "hi" || own == "mr" || own == "ne" || own == "sa"),
		language == "he" && own == "yi":
		return ""
	}
	return language
}

// isRTLLanguage reports whether a language, a BCP 47 tag, is written from right
// to left.
func isRTLLanguage(tag string) bool {
	tag = strings.ToLower(tag)
	switch {
	case strings.Contains(tag, "-latn"), strings.Contains(tag, "-cyrl"):
		return false
	case strings.Contains(tag, "-arab"), strings.Contains(tag, "-hebr"):
		return true
	}
	primary, _, _ := strings.Cut(tag, "-")
	switch primary {
	case "ar", "he", "iw", "fa", "prs", "ur", "ps", "sd", "ug", "yi", "ckb", "dv", "syr", "arc", "nqo":
		return true
	}
	return false
}
