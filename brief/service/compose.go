package service

import (
	"encoding/json"

	"readahead/brief"
	"readahead/brief/notice"
	"readahead/brief/profile"
	"readahead/brief/state"
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

// notices composes what is told of an edition, for each channel.
func (s *Service) notices(w work, m *made) ([]state.Notice, error) {
	if len(m.profile.Notify) == 0 {
		return nil, nil
	}
	n, err := s.compose(w, m)
	if err != nil {
		return nil, err
	}
	body, err := json.Marshal(n)
	if err != nil {
		return nil, err
	}
	var out []state.Notice
	for _, c := range m.profile.Notify {
		out = append(out, state.Notice{
			ID:      notice.DeliveryID(w.claim.Name, m.number, m.digest, c.Name),
			Profile: w.claim.Name, Edition: m.number, Channel: c.Name, Body: string(body), Created: s.o.Now(),
		})
	}
	return out, nil
}
