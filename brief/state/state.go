// Package state keeps what the service must not forget: which editions there
// are, which generation of a briefing is asked for and which was built, when
// the next slot of a schedule is, and who is still to be told. It lies in a
// SQLite file, or in a Postgres database that several machines share.
//
// Start with [Open]. Everything that belongs together is written in one
// transaction ([State.Do]), together with the jobs of package queue, which
// lie in the same database.
//
// Instants are whole microseconds since 1970 in the database.
package state

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	_ "modernc.org/sqlite" // the driver "sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"readahead/brief/doc"
)

// File is the name of the SQLite database in the state's folder.
const File = "brief.db"

// patience is for how long a process waits for others that write, and how long
// these may do nothing in a transaction.
const patience = 20 * time.Second

// A State is an open database. It may be used by many goroutines at once.
type State struct {
	DB       *sql.DB
	Postgres bool   // else SQLite
	Place    string // for messages: the file, or the address without a password
	Path     string // of the SQLite file, or ""
}

// Open opens the state in a folder, which it makes if there is none, or in the
// database of a postgres:// address, and brings its tables up to date. A state
// of a newer program is refused.
func Open(ctx context.Context, place string) (*State, error) {
	if !IsAddress(place) {
		if err := os.MkdirAll(place, 0o700); err != nil {
			return nil, &doc.Error{File: place, Msg: "cannot be made: " + cause(err), Hint: "name another folder with --state"}
		}
	}
	s, err := connect(ctx, place)
	if err != nil {
		return nil, err
	}
	if err := s.migrate(ctx); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// OpenExisting opens a state that is there, as [Open] does, and makes none.
func OpenExisting(ctx context.Context, place string) (*State, error) {
	if !IsAddress(place) {
		if _, err := os.Stat(filepath.Join(place, File)); err != nil {
			return nil, &doc.Error{File: place, Msg: "holds no state", Hint: "brief run makes one; --state names its folder, --engine its database"}
		}
	}
	return Open(ctx, place)
}

// IsAddress reports whether place is the address of a Postgres database.
func IsAddress(place string) bool {
	return strings.HasPrefix(place, "postgres://") || strings.HasPrefix(place, "postgresql://")
}

func connect(ctx context.Context, place string) (*State, error) {
	if IsAddress(place) {
		return connectPostgres(ctx, place)
	}
	if kind := networkFileSystem(place); kind != "" {
		return nil, &doc.Error{
			File: place,
			Msg:  "is on a network file system (" + kind + "), on which the state's file could be damaged",
			Hint: "name a folder on a local disk with --state, or a Postgres database with --engine",
		}
	}
	path, err := filepath.Abs(filepath.Join(place, File))
	if err != nil {
		return nil, err
	}
	// Whoever may read the file may read the briefings.
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, &doc.Error{File: path, Msg: "cannot be opened: " + cause(err), Hint: "name another folder with --state"}
	}
	f.Close()
	db, err := sql.Open("sqlite", sqliteAddress(filepath.ToSlash(path)))
	if err != nil {
		return nil, err
	}
	// SQLite has one writer at a time. One connection makes the goroutines
	// wait for each other here, in order, and not in the file's lock.
	db.SetMaxOpenConns(1)
	s := &State{DB: db, Place: path, Path: path}
	if err := ping(ctx, db); err != nil {
		db.Close()
		return nil, &doc.Error{File: path, Msg: "cannot be opened: " + err.Error(), Hint: "brief state check says more; a backup can be put in its place"}
	}
	return s, nil
}

// sqliteAddress returns the address of a SQLite file by its absolute path with
// slashes, which on Windows begins with the letter of a drive.
func sqliteAddress(path string) string {
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	address := url.URL{Scheme: "file", Path: path, RawQuery: url.Values{
		"_pragma": {fmt.Sprintf("busy_timeout(%d)", patience.Milliseconds()), "journal_mode(WAL)", "synchronous(FULL)"},
		"_txlock": {"immediate"},
	}.Encode()}
	return address.String()
}

// ping connects to a SQLite file. Whoever is the first to open it, or to open
// it again after a crash, has it alone meanwhile, and SQLite does not always
// wait then, whatever its busy_timeout: where waiting for each other's locks
// could last forever it says at once that the file is busy.
func ping(ctx context.Context, db *sql.DB) error {
	for start := time.Now(); ; {
		err := db.PingContext(ctx)
		var code interface{ Code() int }
		if !errors.As(err, &code) || code.Code()&0xff != sqlite3.SQLITE_BUSY || time.Since(start) > patience {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func connectPostgres(ctx context.Context, place string) (*State, error) {
	shown := "postgres database"
	if u, err := url.Parse(place); err == nil {
		shown = u.Redacted()
	}
	config, err := pgx.ParseConfig(place)
	if err != nil {
		return nil, &doc.Error{File: shown, Msg: "is no address of a database", Hint: "write postgres://USER@HOST/DATABASE"}
	}
	watchLine(config)
	// What a process has locked that vanished with its machine in the middle
	// of a transaction would stay locked for hours: the server cannot know.
	db := stdlib.OpenDB(*config, stdlib.OptionAfterConnect(func(ctx context.Context, c *pgx.Conn) error {
		_, err := c.Exec(ctx, fmt.Sprintf(`set idle_in_transaction_session_timeout = %d`, patience.Milliseconds()))
		return err
	}))
	db.SetMaxOpenConns(16)
	db.SetMaxIdleConns(16)
	db.SetConnMaxIdleTime(5 * time.Minute)
	if err := db.PingContext(ctx); err != nil {
		db.Close()
		return nil, &doc.Error{File: shown, Msg: "cannot be reached: " + err.Error(), Hint: "is the server running, and may this user log in?"}
	}
	return &State{DB: db, Postgres: true, Place: shown}, nil
}

// Close closes the database.
func (s *State) Close() error { return s.DB.Close() }

// A Tx is a transaction.
type Tx struct {
	*sql.Tx
	s *State
}

// Do runs f in a transaction, which is committed if f returns nil.
func (s *State) Do(ctx context.Context, f func(tx *Tx) error) error {
	tx, err := s.DB.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", s.Place, err)
	}
	defer tx.Rollback() // after a commit it does nothing
	if err := f(&Tx{tx, s}); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("%s: %w", s.Place, err)
	}
	return nil
}

// exec runs a statement with placeholders ?1, ?2, … and returns how many rows
// it changed.
func (tx *Tx) exec(ctx context.Context, statement string, args ...any) (int64, error) {
	r, err := tx.ExecContext(ctx, tx.s.sql(statement), args...)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// each calls f for each row of a query.
func (tx *Tx) each(ctx context.Context, query string, args []any, f func(scan func(...any) error) error) error {
	rows, err := tx.QueryContext(ctx, tx.s.sql(query), args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// one reads a row, and reports whether there is one.
func (tx *Tx) one(ctx context.Context, query string, args []any, into ...any) (bool, error) {
	err := tx.QueryRowContext(ctx, tx.s.sql(query), args...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// sql turns a statement into the database's own dialect: placeholders, what
// locks rows, and the database's clock.
func (s *State) sql(statement string) string {
	if s.Postgres {
		return postgresDialect.Replace(statement)
	}
	return sqliteDialect.Replace(statement)
}

var (
	postgresDialect = strings.NewReplacer("?", "$",
		"/* locked */", "for update", "/* free */", "for update skip locked",
		"CLOCK", "cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)")
	sqliteDialect = strings.NewReplacer("/* locked */", "", "/* free */", "",
		"CLOCK", "cast(unixepoch('subsec') * 1000000 as bigint)")
)

// micros is an instant as the database has it; 0 is none.
func micros(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

func instant(us int64) time.Time {
	if us == 0 {
		return time.Time{}
	}
	return time.UnixMicro(us)
}

// cause returns what the system said, without the path.
func cause(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}
