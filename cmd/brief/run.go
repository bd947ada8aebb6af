package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"readahead/brief/doc"
	"readahead/brief/service"
)

// defaultListen is where metrics and health are asked for unless told
// otherwise.
const defaultListen = "127.0.0.1:7414"

// runOptions are the flags of brief run.
type runOptions struct {
	place  placeOptions
	out    string
	every  time.Duration
	builds int
	keep   int
	listen string
	log    string
	level  string
	check  bool
	json   bool
}

func newRun(std streams) *cobra.Command {
	var o runOptions
	cmd := &cobra.Command{
		Use:   "run",
		Short: "Make briefings by themselves, on schedule and when something changes",
		Long: `Keep briefings up to date until it is told to end: each is made when what it is
made of changes, and when its schedule says so. It is published as a new edition
only if it says something else than the last:

  OUT/PROFILE.pdf, OUT/PROFILE.json      the last edition
  OUT/editions/PROFILE/N.pdf, N.json     all of them

and who is named under notify in its config is told. What is asked for is not
forgotten: it lies in a file in the folder STATE, or in a Postgres database
(--engine), where any number of processes on any number of machines share the
work. Passwords belong into the environment (BRIEF_ENGINE) or a password file.

brief status tells how things stand, brief jobs what is in line, and
http://ADDRESS/metrics, /healthz and /readyz answer monitors.

Ctrl-C or SIGTERM ends it when what is being built is done. Exit status: 0 ended,
1 could not begin or go on, 2 wrong usage.`,
		Example: `  brief run
  brief run --check
  brief run -c /etc/brief/profiles -o /srv/briefings --state /var/lib/brief
  BRIEF_ENGINE=postgres://brief@db/brief brief run -c profiles --log json`,
		Args:              atMost(0),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if o.check {
				return runCheck(std, o)
			}
			return runRun(cmd.Context(), std, o, cmd.Flags().Changed("listen"))
		},
	}
	addPlaceFlags(cmd, &o.place)
	f := cmd.Flags()
	f.StringVarP(&o.out, "out", "o", "out", "publish in this `FOLDER`")
	f.DurationVar(&o.every, "every", 2*time.Second, "look at the files at least this often, `TIME`")
	f.IntVar(&o.builds, "builds", 0, "build `N` at the same time; 0: as many as there are processors")
	f.IntVar(&o.keep, "keep-editions", 0, "keep the last `N` editions of each profile; 0: all")
	f.StringVar(&o.listen, "listen", defaultListen, "answer monitors at this `ADDRESS`, or off")
	f.StringVar(&o.log, "log", "text", "write the log as `FORM`: text or json")
	f.StringVar(&o.level, "log-level", "info", "write what is at least this `LEVEL`: debug, info, warn, error")
	f.BoolVar(&o.check, "check", false, "print the next ten slots of each profile, and end")
	f.BoolVar(&o.json, "json", false, "print the slots in JSON")
	_ = cmd.MarkFlagDirname("out")
	completeWords(cmd, "log", []string{"text", "json"})
	completeWords(cmd, "log-level", []string{"debug", "info", "warn", "error"})
	return cmd
}

func runRun(ctx context.Context, std streams, o runOptions, listenSet bool) error {
	log, err := newLog(std.err, o.log, o.level)
	if err != nil {
		return err
	}
	switch {
	case o.every < 10*time.Millisecond:
		return &usageError{msg: fmt.Sprintf("--every %v is too often", o.every), hint: "2s is usual"}
	case o.builds < 0 || o.keep < 0:
		return &usageError{msg: "--builds and --keep-editions are numbers from 0"}
	}
	if _, err := os.Stat(o.place.config); err != nil {
		return &doc.Error{File: o.place.config, Msg: cause(err), Hint: "-c names a config or a folder of them; brief init writes one to start from"}
	}
	place, err := o.place.resolve()
	if err != nil {
		return err
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(100) // unlike a single build, this one stays
	}
	listen := o.listen
	if listen == "off" {
		listen = ""
	} else if err := tryListen(listen); err != nil && !listenSet { // most likely a second service
		log.Warn("monitors are not answered; --listen names another address", "address", listen, "error", err.Error())
		listen = ""
	}
	err = service.Run(ctx, service.Options{
		Configs: o.place.config, Out: o.out, State: place, Version: version(), Cache: cacheFolder(),
		Every: o.every, Builds: o.builds, Keep: o.keep, Listen: listen, Log: log,
		Started: func(string) { notifySystemd("READY=1") },
	})
	notifySystemd("STOPPING=1")
	return err
}

// tryListen returns why nothing can listen at the address.
func tryListen(address string) error {
	l, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	return l.Close()
}

// newLog returns a log in the form and from the level that flags name.
func newLog(w io.Writer, form, level string) (*slog.Logger, error) {
	var l slog.Level
	if err := l.UnmarshalText([]byte(level)); err != nil {
		return nil, &usageError{msg: fmt.Sprintf("unknown level %q", level), hint: "the levels are debug, info, warn and error"}
	}
	o := &slog.HandlerOptions{Level: l}
	switch strings.ToLower(form) {
	case "text":
		return slog.New(slog.NewTextHandler(w, o)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(w, o)), nil
	}
	return nil, &usageError{msg: fmt.Sprintf("unknown form %q of the log", form), hint: "it can be text or json"}
}

// notifySystemd tells systemd how far the service is (sd_notify(3)); where
// another started it, nobody.
func notifySystemd(word string) {
	socket := os.Getenv("NOTIFY_SOCKET")
	if socket == "" {
		return
	}
	if socket[0] == '@' {
		socket = "\x00" + socket[1:]
	}
	if c, err := net.Dial("unixgram", socket); err == nil {
		fmt.Fprint(c, word)
		c.Close()
	}
}
