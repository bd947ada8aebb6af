package main

import (
	"os"
	"path/filepath"
)

// cacheFolder returns the folder in which may be kept what later runs can use:
// that of the variable BRIEF_CACHE, which turns the cache off if it is empty
// or "off", else one in the user's cache. It need not be there.
func cacheFolder() string {
	if dir, set := os.LookupEnv("BRIEF_CACHE"); set {
		if dir == "off" {
			return ""
		}
		return dir
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "readahead")
}
