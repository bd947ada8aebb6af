package service

import (
	"context"
	"os"
	"testing"

	"readahead/brief/state"
	"readahead/brief/state/statetest"
)

// An edition whose process was killed when it was published, and before its
// files were in their place, is put there though nothing changes any more and
// nobody is told.
func TestPlacesWhatWasInterrupted(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		h := newHarbour(t, place)
		h.begin()
		h.settled("quay")
		h.save("seeds/b.txt", "The crane at berth 7 will be scrapped before winter, the harbour master says.\n")
		h.await("edition 2", func() bool { return h.of("quay").Edition == 2 })
		h.settled("quay")
		h.end()
		first, err := os.ReadFile(h.path("out/editions/quay/1.json"))
		if err != nil {
			t.Fatal(err)
		}
		h.save("out/quay.json", string(first))
		ctx := context.Background()
		st, err := state.Open(ctx, place)
		if err != nil {
			t.Fatal(err)
		}
		err = st.Do(ctx, func(tx *state.Tx) error {
			if _, err := tx.Lease(ctx, "tidy", "who was killed", tidyEvery/2); err != nil {
				return err
			}
			return tx.Displaced(ctx, "quay")
		})
		st.Close()
		if err != nil {
			t.Fatal(err)
		}
		h.begin()
		h.await("edition 2 is in its place", func() bool { return h.sidecar("quay").Edition == 2 })
		h.end()
		h.check()
	})
}
