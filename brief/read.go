package brief

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"readahead/brief/clean"
	"readahead/brief/doc"
	"readahead/brief/ingest"
)

// Clean reads and cleans one document: data is the content of the file.
func Clean(file string, data []byte) (doc.Document, error) {
	d, err := ingest.Parse(file, data)
	if err != nil {
		return doc.Document{}, err
	}
	return clean.Clean(d), nil
}

// read makes documents of the seeds with parse, several at a time. Documents
// and problems come in the order of the files.
func read(ctx context.Context, o Options, parse func(file string, data []byte) (doc.Document, error)) (docs []doc.Document, skipped []*doc.Error, err error) {
	files, readFile := o.Seeds, o.ReadFile
	if len(files) == 0 {
		files = o.Profile.Seeds
	}
	if readFile == nil {
		readFile = ingest.ReadFile
		files, skipped = ingest.Files(files)
	}
	found := make([]doc.Document, len(files))
	errs := make([]error, len(files))
	forEach(len(files), func(i int) {
		if ctx.Err() != nil {
			return
		}
		var data []byte
		if data, errs[i] = readFile(files[i]); errs[i] == nil {
			found[i], errs[i] = parse(files[i], data)
		}
	})
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	for i, err := range errs {
		if err == nil {
			docs = append(docs, found[i])
			continue
		}
		var problem *doc.Error
		if !errors.As(err, &problem) {
			problem = &doc.Error{File: files[i], Msg: err.Error()}
		}
		skipped = append(skipped, problem)
	}
	if len(docs) == 0 || o.Strict && len(skipped) > 0 {
		return nil, nil, unusable(o, len(docs), skipped)
	}
	return docs, skipped, nil
}

// unusable says why there is nothing to build from.
func unusable(o Options, usable int, skipped []*doc.Error) error {
	var errs []error
	for _, e := range skipped {
		errs = append(errs, e)
	}
	sum := &doc.Error{File: o.Profile.Name}
	switch {
	case len(skipped) == 0:
		sum.Msg = "there are no seeds"
		sum.Hint = "name files or folders with --seeds or under seeds: in the config"
	case usable == 0:
		sum.Msg = "none of the seeds can be used"
		sum.Hint = "mend or replace the files named above"
	default:
		sum.Msg = fmt.Sprintf("%d of %d seeds cannot be used", len(skipped), usable+len(skipped))
		sum.Hint = "mend them, or build without --strict to leave them out"
	}
	return errors.Join(append(errs, sum)...)
}

// forEach calls f for 0 to n-1 on as many goroutines as there are processors.
func forEach(n int, f func(i int)) {
	workers := min(n, runtime.GOMAXPROCS(0))
	if workers <= 1 {
		for i := range n {
			f(i)
		}
		return
	}
	var wg sync.WaitGroup
	next := make(chan int, n)
	for i := range n {
		next <- i
	}
	close(next)
	for range workers {
		wg.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	wg.Wait()
}
