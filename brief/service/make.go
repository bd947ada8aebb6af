package service

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"readahead/brief"
	"readahead/brief/doc"
	"readahead/brief/edition"
	"readahead/brief/profile"
	"readahead/brief/scan"
)

// made is a briefing that is to be published.
type made struct {
	number  int
	digest  string
	result  *brief.Result
	files   []edition.File
	profile profile.Profile
}

// make makes a briefing. It returns nil if it says what the last edition says.
func (s *Service) make(ctx context.Context, w *work) (_ *made, err error) {
	defer func() {
		if r := recover(); r != nil { // a fault of the program stops no other profile
			s.log.Error("panic", "profile", w.claim.Name, "panic", fmt.Sprint(r), "stack", string(debug.Stack()))
			err = &doc.Error{File: w.claim.Name, Msg: fmt.Sprintf("cannot be built because of a fault in the program: %v", r), Hint: "please report it, with the log"}
		}
	}()
	m := &made{number: w.claim.Edition + 1}
	o := brief.Options{Version: s.o.Version, Cache: s.o.Cache, Edition: m.number}
	if w.claim.Edition > 0 {
		// If it is lost the briefing is made without, and cannot say what changed.
		name := s.out.File(w.claim.Name, w.claim.Edition, ".json")
		if data, err := os.ReadFile(name); err == nil {
			previous, err := brief.ReadSidecar(name, data)
			if err != nil {
				return nil, err
			}
			o.Previous = &previous
		}
	}
	prepared, err := s.prepare(ctx, w, &o)
	if err != nil {
		return nil, err
	}
	m.profile = o.Profile
	if lost := prepared.Lost(o.Previous); lost != nil {
		return nil, lost
	}
	if m.digest = prepared.Digest(); m.digest == w.claim.Digest {
		return nil, nil
	}
	if m.result, err = prepared.Render(); err != nil {
		return nil, err
	}
	m.files = append(m.files, edition.NewFile(".json", m.result.Sidecar))
	formats := m.profile.Page.Formats
	if len(formats) == 0 {
		formats = []string{string(brief.PDF)}
	}
	for _, name := range formats {
		data, err := m.result.Export(brief.Format(name))
		if err != nil {
			return nil, err
		}
		m.files = append(m.files, edition.NewFile(brief.Format(name).Extension(), data))
	}
	return m, nil
}

// prepare prepares a briefing from files that do not change meanwhile: half of
// a file that is being written would make a page that is taken back a second
// later. Files that never rest are taken as they are, after a while.
func (s *Service) prepare(ctx context.Context, w *work, o *brief.Options) (*brief.Prepared, error) {
	for {
		p, file, err := s.configs.load(w.claim.Name)
		if err != nil {
			return nil, err
		}
		if seeds := s.out.Among(p.Seeds); seeds != "" {
			return nil, &doc.Error{File: seeds, Msg: "is read for sources and holds " + string(s.out) + ", the folder of the editions, each of which would be a source of the next", Hint: "publish in another folder with -o, or name folders of sources only under seeds"}
		}
		o.Profile = p
		roots, look := rootsOf(p, file), time.Now()
		before := scan.Take(roots)
		prepared, err := brief.Prepare(ctx, *o)
		if ctx.Err() != nil || scan.Take(roots).Equal(before) || time.Since(w.began) > longest {
			w.read = s.digester.Digest(before, look)
			return prepared, err
		}
		pause(ctx, s.o.Rest)
	}
}
