package service

import (
	"readahead/brief"
	"readahead/brief/notice"
	"readahead/brief/profile"
)

// compose says what there is to tell of a briefing that becomes an edition.
func (s *Service) compose(w work, m *made) (notice.Notice, error) {
	e := notice.Edition{
		Digest: m.digest, Published: s.o.Now(), PDF: m.result.PDF,
		PDFFile: absolute(s.out.File(w.claim.Name, m.number, brief.PDF.Extension())),
		Sidecar: absolute(s.out.File(w.claim.Name, m.number, ".json")),
	}
	if hasEmail(m.profile) {
		var err error
		if e.Text, err = m.result.Export(brief.Text); err != nil {
			return notice.Notice{}, err
		}
	}
	return notice.Compose(m.result.Words(), &m.result.Brief, e), nil
}

func hasEmail(p profile.Profile) bool {
	for _, c := range p.Notify {
		if c.Email != nil {
			return true
		}
	}
	return false
}
