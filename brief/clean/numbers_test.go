package clean_test

import (
	"strings"
	"testing"

	"readahead/brief/clean"
	"readahead/brief/doc"
)

// TestNumbers: numbers that only count paragraphs or pages go; those of
// chapters stay.
func TestNumbers(t *testing.T) {
	order := "1. The county shall close the swing bridge over the Alme for nine weeks from the middle of May.\n\n" +
		"2. Farmers may use the railway bridge at night, if they tell the signalman before eight.\n\n" +
		"3. The bearings shall be tested before the bridge is opened to lorries again.\n"
	chapters := "1. Why it closes.\n\n" + article + "\n2. Who pays for it.\n\nThe county and the towns share the cost of the works.\n\n3. What comes next.\n\nThe council wants to vote in the autumn.\n"
	pages := "THE ALME COUNTY        Paper 7\n\n" + article + "\n          1\n\nThe Alme County        Paper 7        Draft\n\n" +
		strings.ReplaceAll(article, "bridge", "ferry") + "\n          2\n\nThe Alme County        Paper 7        Draft\n\nThe report is expected in June.\n"
	for _, tt := range []struct {
		name, in   string
		want, gone []string
	}{
		{"paragraphs", order, []string{"The county shall close", "Farmers may use"}, []string{"1.", "2.", "3."}},
		{"chapters", chapters, []string{"1. Why it closes", "3. What comes next"}, nil},
		{"gap", strings.Replace(order, "2. ", "4. ", 1), []string{"1. The county", "4. Farmers"}, nil},
		{"pages", pages, []string{"The report is expected in June."}, []string{"Paper 7", "\n1\n", "\n2\n"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := strings.ReplaceAll(doc.ToMarkdown(clean.Clean(parse(t, "a.txt", tt.in))), `\.`, ".")
			for _, s := range tt.want {
				if !strings.Contains(got, s) {
					t.Errorf("%q is missing in\n%s", s, got)
				}
			}
			for _, s := range tt.gone {
				if strings.Contains(got, s) {
					t.Errorf("%q is left in\n%s", s, got)
				}
			}
		})
	}
}
