package assess

// A union keeps which sentences belong together; the root of each set is its
// first sentence.
type union struct{ parent []int32 }

func newUnion(n int) *union {
	u := &union{parent: make([]int32, n)}
	for i := range u.parent {
		u.parent[i] = int32(i)
	}
	return u
}

func (u *union) root(i int) int {
	for int(u.parent[i]) != i {
		u.parent[i] = u.parent[u.parent[i]]
		i = int(u.parent[i])
	}
	return i
}

func (u *union) join(i, j int) {
	a, b := u.root(i), u.root(j)
	u.parent[max(a, b)] = int32(min(a, b))
}
