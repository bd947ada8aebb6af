package main

import "runtime"

// inOrder calls work for 0 to n-1, about as many at a time as there are
// processors, and done with each result, one after the other in order. Only
// so many results are kept as are worked on.
func inOrder[T any](n int, work func(i int) T, done func(i int, result T)) {
	pending := make(chan chan T, runtime.GOMAXPROCS(0)-1)
	go func() {
		for i := range n {
			c := make(chan T, 1)
			pending <- c
			go func() { c <- work(i) }()
		}
		close(pending)
	}()
	for i := range n {
		done(i, <-<-pending)
	}
}
