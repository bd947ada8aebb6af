package galley

import (
	"strings"
	"unicode"
)

// IsRTL reports whether s reads from right to left: whether its first letter
// with a direction does (UAX 9, rules P2 and P3).
func IsRTL(s string) bool {
	for _, r := range s {
		switch {
		case rtlLetter(r):
			return true
		case unicode.IsLetter(r):
			return false
		}
	}
	return false
}

// HasRTL reports whether any letter of s belongs to a script that is written
// from right to left.
func HasRTL(s string) bool { return strings.ContainsFunc(s, rtlLetter) }

// rtlLetter reports whether r is of the bidirectional classes R or AL, by the
// blocks that Unicode sets aside for them (DerivedBidiClass.txt).
func rtlLetter(r rune) bool {
	switch {
	case r < 0x0590:
		return false
	case r <= 0x08FF:
		return !(0x0591 <= r && r <= 0x05BD || 0x0660 <= r && r <= 0x066C || 0x06F0 <= r && r <= 0x06F9 || 0x064B <= r && r <= 0x065F)
	}
	return 0xFB1D <= r && r <= 0xFDFF || 0xFE70 <= r && r <= 0xFEFC || 0x10800 <= r && r <= 0x10FFF || 0x1E800 <= r && r <= 0x1EFFF
}

// isRTLLanguage reports whether a language tag (BCP 47) names a language that
// is written from right to left, by its script if it says one.
func isRTLLanguage(tag string) bool {
	subtags := strings.Split(strings.ToLower(tag), "-")
	for _, s := range subtags[1:] {
		if len(s) == 4 && s[0] >= 'a' {
			switch s {
			case "arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg", "samr", "mand":
				return true
			}
			return false
		}
	}
	switch subtags[0] {
	case "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "nqo", "ps", "sd", "syr", "ug", "ur", "yi":
		return true
	}
	return false
}
