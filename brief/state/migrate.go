package state

import (
	"context"
	"fmt"
	"strconv"

	"readahead/brief/doc"
)

// migrations are the steps from an empty database to the present tables. A
// step that has been in a release is never changed; new ones are appended.
var migrations = [][]string{{
	`create table brief_profile (
		name       text primary key,
		plan       text not null default '',    -- the schedule, as JSON
		inputs     text not null default '',    -- digest of what it is made of, as seen last
		roots      text not null default '[]',  -- what is looked at, and what is wrong with it, as JSON
		wanted     bigint not null default 0,   -- the generation that is asked for
		built      bigint not null default 0,   -- the generation that was built last
		claim      bigint not null default 0,   -- number of the last build that began
		run_at     bigint not null default 0,   -- when the wanted generation is to be built; 0: it is in the queue, or built
		next_slot  bigint not null default 0,   -- 0: none
		edition    bigint not null default 0,   -- the last one; 0: none yet
		placed     bigint not null default 0,   -- the last edition whose files are in their place
		digest     text not null default '',    -- of the last edition
		published  bigint not null default 0,
		checked    bigint not null default 0,   -- when it was last built, published or not
		failures   bigint not null default 0,   -- builds that failed at what was asked for last
		problem    text not null default '',    -- why the last build failed, as JSON
		retired    bigint not null default 0    -- since when it has no config
	)`,
	`create index brief_profile_run_at on brief_profile (run_at) where run_at > 0`,
	`create index brief_profile_next_slot on brief_profile (next_slot) where next_slot > 0`,
	`create index brief_profile_unplaced on brief_profile (name) where placed < edition`,
	`create table brief_edition (
		profile   text not null,
		number    bigint not null,
		digest    text not null,
		as_of     text not null,
		files     text not null,    -- names and digests, as JSON
		staged    text not null,    -- under what name they were written
		published bigint not null,
		pruned    bigint not null default 0,
		primary key (profile, number)
	)`,
	`create table brief_slot (
		profile text not null,
		slot    bigint not null,
		kept    bigint not null,            -- when it was taken up
		done    bigint not null default 0,  -- when its build had ended
		edition bigint not null default 0,  -- that was the last then
		primary key (profile, slot)
	)`,
	`create index brief_slot_open on brief_slot (profile, slot) where done = 0`,
	`create table brief_notice (
		id      text primary key,
		profile text not null,
		edition bigint not null,
		channel text not null,
		body    text not null,
		created bigint not null,
		told    bigint not null default 0,
		problem text not null default ''
	)`,
	`create index brief_notice_profile on brief_notice (profile, edition)`,
	`create table brief_process (
		id      text primary key,
		host    text not null,
		pid     bigint not null,
		serves  text not null,              -- what profiles, published where
		started bigint not null,
		seen    bigint not null
	)`,
	`create table brief_lease (
		name   text primary key,
		holder text not null,
		until  bigint not null
	)`,
}}

// migrate brings the tables up to date. Several processes may do so at once.
func (s *State) migrate(ctx context.Context) error {
	return s.Do(ctx, func(tx *Tx) error {
		if s.Postgres { // SQLite has one writer anyway
			if _, err := tx.ExecContext(ctx, `select pg_advisory_xact_lock(hashtext('readahead'))`); err != nil {
				return err
			}
		}
		if _, err := tx.exec(ctx, `create table if not exists brief_meta (key text primary key, value text not null)`); err != nil {
			return err
		}
		var text string
		found, err := tx.one(ctx, `select value from brief_meta where key = 'schema'`, nil, &text)
		if err != nil {
			return err
		}
		version := 0
		if found {
			if version, err = strconv.Atoi(text); err != nil {
				return fmt.Errorf("%s: schema %q is no number", s.Place, text)
			}
		}
		if version > len(migrations) {
			return &doc.Error{
				File: s.Place,
				Msg:  fmt.Sprintf("is of a newer program: its schema is %d, and this program knows %d", version, len(migrations)),
				Hint: "use the newer program, or another state; the newer one has a backup from before, made by brief state backup",
			}
		}
		for _, step := range migrations[version:] {
			for _, statement := range step {
				if _, err := tx.exec(ctx, statement); err != nil {
					return fmt.Errorf("%s: %w", s.Place, err)
				}
			}
		}
		_, err = tx.exec(ctx, `insert into brief_meta (key, value) values ('schema', ?1)
			on conflict (key) do update set value = excluded.value`, strconv.Itoa(len(migrations)))
		return err
	})
}
