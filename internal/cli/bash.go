package cli

import (
	"io"

	"github.com/spf13/cobra"
)

// writeBash writes what bash reads to complete kwi. What cobra makes reads what was typed with functions of the package
// bash-completion, and says an error at each tab where that is not installed: there bash itself is asked.
func writeBash(root *cobra.Command, w io.Writer) error {
	if err := root.GenBashCompletionV2(w, true); err != nil {
		return err
	}
	_, err := io.WriteString(w, withoutPackage)
	return err
}

const withoutPackage = `
# Where the package bash-completion is not installed, bash itself says what was typed.
__kwi_init_completion()
{
    COMPREPLY=()
    if declare -F _get_comp_words_by_ref >/dev/null 2>&1; then
        _get_comp_words_by_ref "$@" cur prev words cword
    else
        words=("${COMP_WORDS[@]}") cword=$COMP_CWORD
        cur=${words[cword]} prev=${words[cword-1]}
    fi
}
`
