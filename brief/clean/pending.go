package clean

import "readahead/brief/doc"

func findHeadings(d doc.Document) doc.Document { return d }
func cutDatelines(d doc.Document) doc.Document { return d }
