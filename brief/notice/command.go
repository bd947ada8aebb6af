package notice

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// maxOutput is how much of a command's output is kept, its end.
const maxOutput = 64 << 10

// inherited are the variables that a command gets of the service's own. Others
// may hold secrets.
var inherited = []string{
	"PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR",
	"SYSTEMROOT", "COMSPEC", "PATHEXT", "USERPROFILE", "TEMP", "TMP", // Windows
}

// run runs a command with the event on its standard input. No shell has a part
// in it. What the command starts ends with it if it takes too long.
func (s *Sender) run(parent context.Context, command []string, n Notice, id string, attempt int) *failure {
	arguments, f := n.fillIn(command[1:], id)
	if f != nil {
		return f
	}
	ctx, cancel := context.WithTimeout(parent, commandTime)
	defer cancel()
	name := filepath.Base(command[0])
	cmd := exec.CommandContext(ctx, command[0], arguments...)
	if needsShell(cmd.Path) && len(command) > 1 {
		return permanent("let it read the variables READAHEAD_… and give it no arguments", "%s is a batch file, whose arguments would be read as commands", name)
	}
	output := &tail{most: maxOutput}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(n.payload(id)), output, output
	cmd.Env = s.environment(n, id, attempt)
	cmd.WaitDelay = 2 * time.Second // for what it left behind that holds its output
	inGroup(cmd)
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case err == nil, errors.Is(err, exec.ErrWaitDelay):
		return nil
	case parent.Err() != nil:
		killGroup(cmd)
		return temporary("", "%s was interrupted", name)
	case ctx.Err() != nil:
		killGroup(cmd)
		return temporary("", "%s was ended after %v", name, commandTime)
	case errors.As(err, &exit):
		said := quoted(lastLine(output.String()))
		if said != "" {
			said = ": " + said
		}
		f = temporary("", "%s ended with %v%s", name, exit.ProcessState, said)
		switch exit.ExitCode() {
		case 64, 65, 78: // of BSD's sysexits: usage, data, config
			f.permanent = true
		}
		return f
	}
	f = temporary("name a program that can be run, with its folder or from PATH", "%s cannot be run: %s", command[0], cause(err))
	f.permanent = errors.Is(err, exec.ErrNotFound) || errors.Is(err, exec.ErrDot) || errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission)
	return f
}

// cause returns what is wrong with a program without saying which.
func cause(err error) string {
	var look *exec.Error
	if errors.As(err, &look) {
		err = look.Err
	}
	return quoted(reason(err).Error())
}

// A value is what a placeholder stands for, and a variable has.
type value struct{ name, text string }

func (n *Notice) values(id string) []value {
	return []value{
		{"profile", n.Profile},
		{"title", n.Title},
		{"edition", strconv.Itoa(n.Edition)},
		{"as_of", n.AsOf},
		{"digest", n.Digest},
		{"changes", n.Changes},
		{"pdf", n.PDF},
		{"sidecar", n.Sidecar},
		{"id", id},
	}
}

// fillIn puts values in the place of placeholders. They are not looked into,
// and none becomes an option: an argument that only a value makes begin with a
// hyphen is refused, unless "--" stands before it.
func (n *Notice) fillIn(arguments []string, id string) ([]string, *failure) {
	var pairs []string
	for _, v := range n.values(id) {
		pairs = append(pairs, "{"+v.name+"}", strings.ReplaceAll(v.text, "\x00", ""))
	}
	replacer := strings.NewReplacer(pairs...)
	filled := make([]string, len(arguments))
	options := true
	for i, arg := range arguments {
		filled[i] = replacer.Replace(arg)
		if options && strings.HasPrefix(filled[i], "-") && !strings.HasPrefix(arg, "-") {
			return nil, permanent(`put "--" before it, or an option like --title={title}`, "with %s for %s the command would take it for an option", quoted(filled[i]), arg)
		}
		options = options && arg != "--"
	}
	return filled, nil
}

// environment returns the variables of a command.
func (s *Sender) environment(n Notice, id string, attempt int) []string {
	env := []string{}
	for _, name := range inherited {
		if text := s.getenv(name); text != "" {
			env = append(env, name+"="+text)
		}
	}
	for _, v := range append(n.values(id), value{"attempt", strconv.Itoa(attempt)}) {
		env = append(env, "READAHEAD_"+strings.ToUpper(v.name)+"="+strings.ReplaceAll(v.text, "\x00", ""))
	}
	return env
}

// A tail keeps the end of what is written to it.
type tail struct {
	most int
	data []byte
}

func (t *tail) Write(p []byte) (int, error) {
	t.data = append(t.data, p...)
	if over := len(t.data) - t.most; over > 0 {
		t.data = append(t.data[:0], t.data[over:]...)
	}
	return len(p), nil
}

func (t *tail) String() string { return string(t.data) }
