package brief

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"readahead/brief/doc"
	"readahead/brief/pdf"
)

// sourceTexts returns the cleaned texts of the sources that the page cites, in
// the order of their numbers, as attachments to the PDF: a reader who doubts a
// line has its source at hand. The numbers are in the names, so that no two are
// the same.
func (s *stages) sourceTexts() []pdf.Attachment {
	var all []pdf.Attachment
	for _, source := range s.page.brief.Sources {
		i := slices.IndexFunc(s.docs, func(d doc.Document) bool { return d.File == source.File })
		if source.Citation == 0 || i < 0 {
			continue
		}
		base := strings.TrimSuffix(filepath.Base(source.File), filepath.Ext(source.File))
		all = append(all, pdf.Attachment{
			Name:         fmt.Sprintf("%d-%s.md", source.Citation, base),
			MIME:         "text/markdown",
			Description:  fmt.Sprintf("Source %d, cleaned: %s", source.Citation, source.Title),
			Relationship: "Source",
			Data:         []byte(doc.ToMarkdown(s.docs[i])),
		})
	}
	return all
}
