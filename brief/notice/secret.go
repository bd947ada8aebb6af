package notice

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"

	"readahead/brief/profile"
)

// maxSecret is the most bytes of a secret. Keys and passwords have a hundred;
// a larger file is another one.
const maxSecret = 64 << 10

// secret reads a secret from where it is kept. Nothing of it is in the
// failure. What is called what it is for.
func (s *Sender) secret(at profile.Secret, what string) (string, *failure) {
	if at.Variable != "" {
		value := s.getenv(at.Variable)
		if value == "" {
			return "", temporary("set it for the service", "the %s is to be in the variable %s, which is empty", what, at.Variable)
		}
		return value, nil
	}
	f, err := os.Open(at.File)
	if err != nil {
		return "", temporary("write the secret into the file, where only the service can read it",
			"the %s is to be in %s, which cannot be read: %v", what, at.File, reason(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxSecret+1))
	switch value := strings.TrimRight(string(data), "\r\n"); {
	case err != nil:
		return "", temporary("", "the %s in %s cannot be read: %v", what, at.File, reason(err))
	case len(data) > maxSecret:
		return "", temporary("name the right file", "the %s is to be in %s, which has more than 64 KB", what, at.File)
	case value == "":
		return "", temporary("write the secret into the file", "the %s is to be in %s, which is empty", what, at.File)
	default:
		return value, nil
	}
}

// reason returns what is wrong with a file without saying which.
func reason(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
