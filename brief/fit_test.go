package brief

import (
	"context"
	"testing"
)

// The search for the type size finds what halving would find, wherever it
// begins.
func TestLargest(t *testing.T) {
	s, err := run(context.Background(), sample())
	if err != nil {
		t.Fatal(err)
	}
	m := newMeasure(s.setter, newDraft(s.options.Profile, s.docs, s.assessed, s.ranked))
	sizes := s.setter.Sizes()
	found := map[int]bool{}
	for tasks := range len(m.draft.tasks) + 1 {
		for items := range 12 {
			w := m.draft.nothing().with(tasks, 0)
			for i, sec := range m.draft.sections {
				w.items[i] = min(items, sec.most())
			}
			want := most(len(sizes)-1, func(i int) bool { return m.fits(w, sizes[i]) })
			if got := m.largest(w, sizes); got != want {
				t.Errorf("%d tasks, %d items: size %d, want %d", tasks, items, got, want)
			}
			found[want] = true
		}
	}
	if len(found) < 3 {
		t.Errorf("only sizes %v were tried", found)
	}
}
