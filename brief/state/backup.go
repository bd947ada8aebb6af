package state

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"strings"

	"github.com/jackc/pgx/v5"

	"readahead/brief/doc"
)

// Backup writes a copy of the state into a new file, while others work on it:
// a SQLite database, or what pg_dump makes of a Postgres one. Address is that
// of the database with its password.
func (s *State) Backup(ctx context.Context, address, file string) error {
	if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
		return &doc.Error{File: file, Msg: "is there already", Hint: "name a file that is not"}
	}
	temp := file + ".tmp"
	defer os.Remove(temp)
	// Whoever may read the file may read the briefings.
	f, err := os.OpenFile(temp, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return &doc.Error{File: temp, Msg: "cannot be written: " + cause(err), Hint: "name another file"}
	}
	f.Close()
	if s.Postgres {
		err = dump(ctx, address, temp)
	} else if _, err = s.DB.ExecContext(ctx, `vacuum into ?`, temp); err != nil {
		err = &doc.Error{File: file, Msg: "cannot be written: " + err.Error(), Hint: "is there room on the disk?"}
	}
	if err != nil {
		return err
	}
	if err := syncFile(temp); err != nil {
		return err
	}
	return os.Rename(temp, file)
}

func syncFile(name string) error {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// dump has pg_dump write a database into a file. The password goes through the
// environment: arguments can be seen by everybody on the machine.
func dump(ctx context.Context, address, file string) error {
	program, err := exec.LookPath("pg_dump")
	if err != nil {
		return &doc.Error{Msg: "pg_dump is not here, which makes backups of Postgres databases", Hint: "install the client programs of Postgres, or have the server's own backups"}
	}
	c, err := pgx.ParseConfig(address)
	if err != nil {
		return errors.New("the engine's address cannot be read")
	}
	cmd := exec.CommandContext(ctx, program, "--format=custom", "--no-password", "--file", file)
	cmd.Env = append(os.Environ(),
		"PGHOST="+c.Host, fmt.Sprintf("PGPORT=%d", c.Port), "PGUSER="+c.User, "PGPASSWORD="+c.Password, "PGDATABASE="+c.Database)
	if u, err := url.Parse(address); err == nil && u.Query().Get("sslmode") != "" {
		cmd.Env = append(cmd.Env, "PGSSLMODE="+u.Query().Get("sslmode"))
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		return &doc.Error{Msg: "pg_dump failed: " + strings.TrimSpace(string(out)), Hint: "its version must not be older than the server's"}
	}
	return nil
}

// Integrity returns what the database says is wrong with itself; a Postgres
// server sees to that by its own means.
func (s *State) Integrity(ctx context.Context) ([]string, error) {
	if s.Postgres {
		return nil, nil
	}
	rows, err := s.DB.QueryContext(ctx, `pragma integrity_check`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, err
		}
		if line != "ok" {
			out = append(out, line)
		}
	}
	return out, rows.Err()
}
