/// The completion scripts of ArgumentParser, which also offer jobs and runs where a command may stand: `jobtop JOB RUN`.
///
/// ArgumentParser expects a command behind all arguments, so that its scripts know either the commands or JOB and RUN.
enum CompletionScript {
    /// What each shell runs for a word that may be a job or a run.
    private static let call = "---completion open -- positional@0"
    private static let cursor = #""$(__jobtop_cursor_index_in_current_word)""#
    /// The condition of fish for such a word.
    private static let isFirst = "__jobtop_should_offer_completions_for_positional \"jobtop\" -eq 1"

    /// The places in the scripts, one a shell, and what follows them.
    static let additions = [
        (
            after: "        # Offer subcommand completions\n",
            text: """
                    __jobtop_add_completions -W "$(__jobtop_custom_complete \(call) "${COMP_CWORD}" \(cursor))"
                    [[ "${#unparsed_words[@]}" -gt 0 ]] && return

            """
        ),
        (
            after: "        _describe -V subcommand subcommands && ret=0\n",
            text: """
                    __jobtop_custom_complete \(call) "${current_word_index}" \(cursor) && ret=0

            """
        ),
        (
            after: "            \"_jobtop_${words[1]}\" && ret=0\n            ;;\n",
            text: """
                    *)
                        __jobtop_custom_complete \(call) "${current_word_index}" \(cursor) && ret=0
                        ;;

            """
        ),
        (
            after: "complete -c 'jobtop' -f\n",
            text: """
            complete -c 'jobtop' -n '\(isFirst)' -fka \
            '(__jobtop_custom_completion \(call) (count (__jobtop_tokens -pc)) (__jobtop_tokens -tC))'

            """
        ),
    ]

    /// A script with the additions for its shell.
    static func offeringJobs(_ script: String) -> String {
        additions.reduce(script) { script, addition in
            guard let place = script.firstRange(of: addition.after) else { return script }
            return script[..<place.upperBound] + addition.text + script[place.upperBound...]
        }
    }
}
