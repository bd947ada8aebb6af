package notice

import (
	"bytes"
	"encoding/json"
	"time"
)

// An event is the JSON object that webhooks and commands get. Its fields are
// described in docs/notifications.md; further ones may be added, those that
// are there stay what they are.
type event struct {
	Type      string `json:"type"` // "edition.published"
	ID        string `json:"id"`
	Timestamp string `json:"timestamp"` // of the publication, RFC 3339 in UTC
	Profile   string `json:"profile"`
	Title     string `json:"title"`
	Edition   int    `json:"edition"`
	AsOf      string `json:"as_of"`
	Digest    string `json:"digest"`
	Changes   string `json:"changes"`
	Items     int    `json:"items"`
	Todo      int    `json:"todo"`
	Sources   int    `json:"sources"`
	Marking   string `json:"marking"`
	TLP       string `json:"tlp"`
	PDF       string `json:"pdf"`
	PDFSHA256 string `json:"pdf_sha256"`
	Sidecar   string `json:"sidecar"`
}

// payload returns the event as JSON. The same notice and identifier give the
// same bytes.
func (n *Notice) payload(id string) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(event{
		Type: "edition.published", ID: id, Timestamp: n.Published.UTC().Format(time.RFC3339),
		Profile: n.Profile, Title: n.Title, Edition: n.Edition, AsOf: n.AsOf, Digest: n.Digest,
		Changes: n.Changes, Items: n.Items, Todo: n.Todo, Sources: n.Sources,
		Marking: n.Marking, TLP: n.TLP, PDF: n.PDF, PDFSHA256: n.PDFSHA256, Sidecar: n.Sidecar,
	})
	if err != nil {
		panic(err) // strings and integers can be written
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
