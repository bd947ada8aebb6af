package config

import (
	"fmt"
	"net"
	"net/mail"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"readahead/brief/profile"
)

// The keys of an entry of notify, for each way to tell people. The first
// makes the entry one of its kind.
var (
	webhookKeys = []string{"webhook", "secret", "name"}
	emailKeys   = []string{"email", "cc", "from", "server", "user", "password", "name"}
	commandKeys = []string{"command", "name"}
	channelKeys = []string{"webhook", "secret", "email", "cc", "from", "server", "user", "password", "command", "name"}
)

const (
	maxChannels  = 50
	maxAddresses = 100
	maxArguments = 100
)

// channels reads who is told of a new edition.
func (r *reader) channels(v value) []profile.Channel {
	var out []profile.Channel
	lines := map[string]int{} // of names that are given
	for i, item := range r.mappings(v, "notify", maxChannels) {
		what := fmt.Sprintf("notify %d: ", i+1)
		c := r.channel(item, what)
		if line, ok := lines[c.Name]; ok && c.Name != "" {
			r.failf(field(item, "name"), "give each a name of its own", "%sname %q is taken by the entry in line %d", what, c.Name, line)
		}
		lines[c.Name] = field(item, "name").line
		out = append(out, c)
	}
	for i := range out {
		if out[i].Name != "" {
			continue
		}
		name := defaultName(out[i])
		unique := name
		for n := 2; lines[unique] != 0; n++ {
			unique = fmt.Sprintf("%s %d", name, n)
		}
		out[i].Name = unique
		lines[unique] = -1
	}
	return out
}

// channel reads an entry of one of the three kinds.
func (r *reader) channel(item value, what string) (c profile.Channel) {
	var kinds, keys []string
	for _, k := range [][]string{webhookKeys, emailKeys, commandKeys} {
		if field(item, k[0]).kind != null {
			kinds = append(kinds, k[0])
			keys = k
		}
	}
	switch len(kinds) {
	case 0:
		r.known(item, what, channelKeys)
		r.failf(item, "name one of webhook, email and command", "%sit does not say how to tell anybody", what)
		return c
	case 1:
		r.known(item, what, keys)
	default:
		r.failf(item, "write an entry for each", "%sit has both %s", what, strings.Join(kinds, " and "))
		return c
	}
	c.Name = r.text(field(item, "name"), what+"name", maxTitle)
	switch kinds[0] {
	case "webhook":
		c.Webhook = &profile.Webhook{
			URL:    r.hook(field(item, "webhook"), what+"webhook"),
			Secret: r.secret(field(item, "secret"), what+"secret"),
		}
	case "email":
		c.Email = r.email(item, what)
	case "command":
		c.Command = r.command(field(item, "command"), what+"command")
	}
	return c
}

// defaultName names a channel by its kind and its most telling part.
func defaultName(c profile.Channel) string {
	switch {
	case c.Webhook != nil:
		u, _ := url.Parse(c.Webhook.URL)
		return "webhook " + u.Hostname()
	case c.Email != nil && len(c.Email.To) > 0:
		a, _ := mail.ParseAddress(c.Email.To[0])
		return "email " + a.Address
	case len(c.Command) > 0:
		return "command " + filepath.Base(c.Command[0])
	}
	return "nobody" // there was a problem with it
}

// hook reads the address that a webhook goes to. Such addresses often are
// secrets themselves, so that messages leave them out.
func (r *reader) hook(v value, name string) string {
	before := len(r.problems)
	s := r.text(v, name, maxPath)
	u, err := url.Parse(s)
	switch {
	case len(r.problems) > before:
	case err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "":
		r.failf(v, "write it out, with https://", "%s is not a web address", name)
	case u.User != nil:
		r.failf(v, "take them out; what is sent is signed with a secret: {env: NAME} or {file: PATH}", "%s has a user or a password in it, but secrets are in no config", name)
	default:
		return s
	}
	return ""
}

func (r *reader) email(item value, what string) *profile.Email {
	e := &profile.Email{
		Server:   r.server(field(item, "server"), item, what+"server"),
		User:     r.text(field(item, "user"), what+"user", maxTitle),
		Password: r.secret(field(item, "password"), what+"password"),
		To:       r.mailboxes(field(item, "email"), what+"email"),
		Cc:       r.mailboxes(field(item, "cc"), what+"cc"),
	}
	before := len(r.problems)
	if e.From = r.mailbox(field(item, "from"), what+"from"); e.From == "" && len(r.problems) == before {
		r.failf(item, `write who sends it: from: "Desk <desk@example.gov>"`, "%sfrom is missing", what)
	}
	password := field(item, "password")
	if e.User == "" && password.kind != null {
		r.failf(password, "say who logs in with it: user: …", "%spassword is there, but no user", what)
	}
	if user := field(item, "user"); e.User != "" && password.kind == null {
		r.failf(user, "password: {env: NAME} or {file: PATH}", "%suser is there, but no password", what)
	}
	return e
}

// mailboxes reads one address or a list of them.
func (r *reader) mailboxes(v value, name string) []string {
	before := len(r.problems)
	out := r.each(oneOrMore(v), name, maxAddresses, r.mailbox)
	if v.kind == list && len(out) == 0 && len(r.problems) == before {
		r.failf(v, "write an address: pa@example.gov", "%s names nobody", name)
	}
	return out
}

// mailbox reads an address as of RFC 5322, with a name before it or without.
// Neither holds anything that could end a line of a message's head.
func (r *reader) mailbox(v value, name string) string {
	s := r.text(v, name, maxTitle)
	if s == "" {
		return ""
	}
	a, err := mail.ParseAddress(s)
	if err != nil || strings.ContainsFunc(a.Name+a.Address, unicode.IsControl) { // encoded words may hold any
		r.failf(v, `write pa@example.gov or "Desk <desk@example.gov>", several as a list`, "%s %q is not an e-mail address", name, s)
		return ""
	}
	if strings.ContainsFunc(a.Address, func(c rune) bool { return c > unicode.MaxASCII }) {
		r.failf(v, "write the address in ASCII, a domain as xn--…", "%s %q has letters that few mail servers take", name, s)
		return ""
	}
	return s
}

// server reads the address of a mail server; its port is filled in.
func (r *reader) server(v, whole value, name string) string {
	before := len(r.problems)
	s := r.required(v, whole, name, maxPath)
	if len(r.problems) > before {
		return ""
	}
	u, err := url.Parse(s)
	ports := map[string]string{"smtp": "587", "smtps": "465"}
	switch {
	case err != nil || ports[u.Scheme] == "" || u.Hostname() == "" || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" || !isPort(u.Port()):
		r.failf(v, "write smtp://mail.example.gov:587, or smtps://mail.example.gov:465", "%s is not the address of a mail server", name)
		return ""
	case u.User != nil:
		r.failf(v, "write user: … and password: {env: NAME} or {file: PATH}", "%s has a user or a password in it, but secrets are in no config", name)
		return ""
	}
	port := u.Port()
	if port == "" {
		port = ports[u.Scheme]
	}
	return u.Scheme + "://" + net.JoinHostPort(u.Hostname(), port)
}

func isPort(s string) bool {
	n, err := strconv.Atoi(s)
	return s == "" || err == nil && 0 < n && n < 1<<16
}

// command reads a program and its arguments. A program's path starts where
// other paths do; a name alone is looked for in PATH.
func (r *reader) command(v value, name string) []string {
	if v.kind == text {
		r.failf(v, fmt.Sprintf("write a list, one entry for each argument: [%s]", listed(v.text)),
			"%s is text, but no shell is there to take it apart", name)
		return nil
	}
	before := len(r.problems)
	args := r.each(v, name, maxArguments, func(v value, name string) string { return r.verbatim(v, name, maxPath) })
	if len(args) == 0 {
		if len(r.problems) == before {
			r.failf(v, `name a program: [/usr/local/bin/published, "{profile}"]`, "%s is empty", name)
		}
		return nil
	}
	if strings.ContainsRune(filepath.ToSlash(args[0]), '/') {
		args[0] = r.path(v, args[0])
		if filepath.Base(args[0]) == args[0] {
			args[0] = "." + string(filepath.Separator) + args[0] // not to be looked for in PATH
		}
	}
	return args
}

// listed writes the words of a command line as entries of a list.
func listed(line string) string {
	words := strings.Fields(line)
	for i, w := range words {
		if strings.ContainsAny(w, "{}[],:#&*!|>'\"%@`") {
			words[i] = strconv.Quote(w)
		}
	}
	return strings.Join(words, ", ")
}
