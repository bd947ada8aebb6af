package config

import (
	"net/url"
	"strings"

	"readahead/brief/profile"
)

// What stands where a secret is expected may be one. No message repeats it.

var secretKeys = []string{"env", "file"}

const secretHint = "say where it is to be found: {env: NAME} or {file: PATH}"

// secret reads where a secret is to be found.
func (r *reader) secret(v value, name string) (s profile.Secret) {
	if v.kind == null {
		return s
	}
	if v.kind != mapping {
		r.failf(v, secretHint, "%s is written out, but secrets are in no config", name)
		return s
	}
	for _, e := range v.keys {
		if Nearest(e.name, secretKeys) == "" { // {hunter2} is a key, too
			r.failf(value{file: v.file, line: e.line}, secretHint, "%s has a key that is neither env nor file", name)
			return s
		}
	}
	r.known(v, name+": ", secretKeys)
	env, file := field(v, "env"), field(v, "file")
	for _, part := range []value{env, file} {
		if part.kind != null && part.kind != text {
			r.failf(part, secretHint, "%s: the name is %v, not text", name, part.kind)
			return s
		}
	}
	if (env.text == "") == (file.text == "") {
		r.failf(v, secretHint, "%s needs one of env and file", name)
		return s
	}
	if env.text != "" && !isVariable(env.text) {
		r.failf(env, secretHint, "%s.env is not the name of a variable", name)
		return s
	}
	s.Variable = env.text
	s.File = r.path(file, r.verbatim(file, name+".file", maxPath))
	return s
}

// isVariable reports whether an environment variable can have the name
// (POSIX.1-2017, 8.1, and small letters).
func isVariable(s string) bool {
	for i, c := range []byte(s) {
		letter := c == '_' || 'a' <= c|0x20 && c|0x20 <= 'z'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}

// engine reads where the service keeps its state.
func (r *reader) engine(v value) string {
	s := r.text(v, "engine", maxPath)
	if s == "" {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "postgres" && u.Scheme != "postgresql" || u.Opaque != "" {
		r.failf(v, "write postgres://USER@HOST/DATABASE, or take it out to have the state in a file", "engine is not the address of a PostgreSQL database")
		return ""
	}
	_, password := u.User.Password()
	for key := range u.Query() {
		password = password || strings.EqualFold(key, "password") || strings.EqualFold(key, "sslpassword")
	}
	if password && v.file == r.file {
		r.failf(v, "set the whole address in the environment, BRIEF_ENGINE=postgres://…, or the password alone, PGPASSWORD=… or PGPASSFILE=…",
			"engine has a password in it, but secrets are in no config")
		return ""
	}
	return s
}
