// Package statetest gives tests an empty state on each of the databases that
// it can lie on.
package statetest

import (
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"net/url"
	"os"
	"testing"
)

// Variable of the environment names a Postgres server on which databases may
// be made: a postgres:// address.
const Variable = "READAHEAD_TEST_POSTGRES"

// Each runs f with the place of an empty state, first a folder, then an
// address if there is a server; a test run by CI must have one.
func Each(t *testing.T, f func(t *testing.T, place string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { f(t, t.TempDir()) })
	t.Run("postgres", func(t *testing.T) { f(t, Postgres(t)) })
}

// Postgres returns the address of a new database, which is removed after the
// test.
func Postgres(t testing.TB) string {
	t.Helper()
	server := os.Getenv(Variable)
	if server == "" {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is not set", Variable)
		}
		t.Skipf("%s names no Postgres server", Variable)
	}
	db, err := sql.Open("pgx", server)
	if err != nil {
		t.Fatal(err)
	}
	name := make([]byte, 8)
	rand.Read(name)
	database := "brief_" + hex.EncodeToString(name)
	if _, err := db.Exec("create database " + database); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := db.Exec("drop database " + database + " with (force)"); err != nil {
			t.Error(err)
		}
		db.Close()
	})
	u, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	u.Path = "/" + database
	return u.String()
}
