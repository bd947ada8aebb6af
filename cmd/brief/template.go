package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"readahead/brief"
	"readahead/brief/atomicfile"
	"readahead/brief/doc"
	"readahead/brief/layout"
)

// templateFolder is where a user's own templates are.
const templateFolder = "templates"

func newTemplate(std streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "template",
		Short: "List, show, start and check page templates",
		Long: `A page template says how the page looks: what stands where, sizes, colours and
words. A config names one with page.template. A name is looked for as the file
templates/NAME.yaml beside the config's folder, then among the built-in ones;
a name with a dot or a slash is a file's own, from the folder that the config's
paths start from.

Exit status: 0 done, 1 failed, 2 wrong usage.`,
		Example: `  brief template list
  brief template new our-house --from two-column
  brief template check templates/our-house.yaml`,
		Args: unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cmd.SetOut(std.err)
			_ = cmd.Help()
			return &usageError{msg: "brief template needs a command", hint: "one of list, show, new, check"}
		},
	}
	from := "read-ahead"
	add := &cobra.Command{
		Use:   "new NAME",
		Short: "Write a template that extends another",
		Long: `Write templates/NAME.yaml, a template that extends another and has in comments
what is most often changed. Nothing that is there is written over.`,
		Example: `  brief template new our-house
  brief template new our-house --from two-column`,
		Args: exactlyOne("a name for the template"),
		RunE: func(_ *cobra.Command, args []string) error { return runTemplateNew(std, args[0], from) },
	}
	add.Flags().StringVar(&from, "from", from, "the template to extend, by its `NAME`")
	_ = add.RegisterFlagCompletionFunc("from", completeTemplates)
	cmd.AddCommand(
		&cobra.Command{
			Use:     "list",
			Short:   "List the templates",
			Long:    "List the templates of the folder templates and the built-in ones, a line each.",
			Example: "  brief template list",
			Args:    atMost(0),
			RunE:    func(*cobra.Command, []string) error { return runTemplateList(std) },
		},
		&cobra.Command{
			Use:               "show NAME",
			Short:             "Print a template",
			Long:              "Print the text of a template as it stands in its file.",
			Example:           "  brief template show read-ahead",
			Args:              exactlyOne("the name of a template"),
			ValidArgsFunction: completeTemplates,
			RunE: func(_ *cobra.Command, args []string) error {
				_, text, err := brief.FindTemplate(args[0], templateFolder)
				if err == nil {
					_, err = std.out.Write(text)
				}
				return err
			},
		},
		add,
		&cobra.Command{
			Use:   "check FILE...",
			Short: "Check templates",
			Long: `Check that templates can be used: keys, values, sizes, the place of every
block, the contrast of all text (WCAG 2.2, 1.4.3), and the logo.`,
			Example: "  brief template check templates/*.yaml",
			Args:    needArgs("a template's file"),
			RunE:    func(_ *cobra.Command, args []string) error { return runTemplateCheck(std, args) },
		},
	)
	return cmd
}

// exactlyOne makes it wrong usage not to give a command one argument.
func exactlyOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := needArgs(what)(cmd, args); err != nil {
			return err
		}
		return atMost(1)(cmd, args)
	}
}

func completeTemplates(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var out []cobra.Completion
	for _, t := range brief.Templates(templateFolder) {
		if len(args) == 0 && strings.HasPrefix(t.Name, typed) {
			out = append(out, t.Name)
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

func runTemplateList(std streams) error {
	tw := tabwriter.NewWriter(std.out, 0, 0, 2, ' ', 0)
	var problems []error
	for _, entry := range brief.Templates(templateFolder) {
		t, err := brief.LoadTemplate(entry.Name, templateFolder)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		where := entry.File
		if where == "" {
			where = "built in"
		}
		fmt.Fprintf(tw, "%s\t%s\t%s\t%s\n", visible(entry.Name), t.Paper, visible(where), visible(t.About))
	}
	return errors.Join(tw.Flush(), errors.Join(problems...))
}

func runTemplateNew(std streams, name, from string) error {
	if strings.ContainsAny(name, `/\.:`) || strings.ContainsFunc(name, func(r rune) bool { return r <= ' ' }) {
		return &usageError{msg: fmt.Sprintf("%q is not a name for a template", name), hint: "use letters, digits and hyphens; the file is templates/NAME.yaml"}
	}
	if _, err := brief.LoadTemplate(from, templateFolder); err != nil {
		return err
	}
	if err := atomicfile.MakeFolder(templateFolder); err != nil {
		return err
	}
	file := filepath.Join(templateFolder, name+".yaml")
	err := createNew(file, fmt.Appendf(nil, newTemplateText, name, from))
	if errors.Is(err, fs.ErrExist) {
		return &doc.Error{File: file, Msg: "is there already", Hint: "choose another name, or edit it"}
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(std.out, "%s  change what you like, then put page: {template: %s} into a config\n", visible(file), name)
	return nil
}

// newTemplateText is what a template starts from: its name and that of the
// one it extends are filled in.
const newTemplateText = `# Page template %q. It has what differs from the template that it extends;
# brief template show read-ahead prints all keys with what they mean. Lines
# that begin with # are not read; take the # away to use them.

extends: %s
# about: One line for brief template list
# paper: a4                   # where a config has no page.size

# logo: {file: logo.svg, alt: "What it shows", height: 30}

# arrange:
#   head: facts               # or memo, or band
#   marking: plain            # or banner

# palette:                    # in quotes; checked for contrast
#   accent: "#1d4172"
#   tint: "#eef2f8"

# words:
#   bottom_line: Bottom line
#   asks: Asks
`

func runTemplateCheck(std streams, files []string) error {
	failed := false
	for _, file := range files {
		t, err := brief.CheckTemplate(file)
		if err != nil {
			failed = true
			var problem *doc.Error
			if errors.Is(err, os.ErrNotExist) && !errors.As(err, &problem) {
				err = &doc.Error{File: file, Msg: "no such file", Hint: "brief template list tells which templates there are"}
			}
			report(std.err, err)
			continue
		}
		fmt.Fprintf(std.out, "%s  ok: %s\n", visible(file), describe(&t))
	}
	if failed {
		return errReported
	}
	return nil
}

// describe says on one line what a template is like.
func describe(t *layout.Template) string {
	columns := "1 column"
	if t.Grid.Columns > 1 {
		columns = "2 columns"
	}
	s := fmt.Sprintf("%s, %s, body %.4g to %.4g pt, least contrast %.1f", t.Paper, columns,
		t.Body.Floor.Points(), t.Body.Ceiling.Points(), t.LeastContrast())
	if t.Logo.File != "" {
		s += ", logo " + visible(filepath.Base(t.Logo.File))
	}
	return s
}
