package service

import (
	"os"
	"strings"
	"testing"

	"readahead/brief/state/statetest"
)

// A folder that is away or empty, as a mount point is whose disk is, takes
// nothing off the page.
func TestUnpluggedFolder(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		h := newHarbour(t, place)
		h.save("profiles/quay.yaml", strings.Replace(quay, "[../seeds/]", "[../seeds/, ../disk/]", 1))
		h.save("disk/b.txt", "The crane at berth 7 will be scrapped before winter, the harbour master says.\n")
		h.begin()
		h.settled("quay")
		move := func(from, to string) {
			if err := os.Rename(h.path(from), h.path(to)); err != nil {
				t.Fatal(err)
			}
		}
		problem := func() bool { return len(h.of("quay").Problems) > 0 }
		move("disk", "unplugged")
		h.await("the status says that the folder is away", problem)
		if err := os.Mkdir(h.path("disk"), 0o755); err != nil {
			t.Fatal(err)
		}
		h.await("the status says that the folder is empty", func() bool {
			p := h.of("quay")
			return len(p.Problems) > 0 && strings.Contains(p.Problems[0].Message, "without documents")
		})
		if p := h.settled("quay"); p.Edition != 1 {
			t.Errorf("edition %d without what is on the disk", p.Edition)
		}
		if err := os.Remove(h.path("disk")); err != nil {
			t.Fatal(err)
		}
		move("unplugged", "disk")
		h.await("the problem is gone", func() bool { return !problem() })
		if p := h.settled("quay"); p.Edition != 1 {
			t.Errorf("edition %d says nothing new", p.Edition)
		}
	})
}
