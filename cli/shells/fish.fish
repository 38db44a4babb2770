# Starling's completion for fish: starling completion fish | source
function __starling_candidates
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l lines ($words[1] complete -- $words[2..-1] "$word" 2>/dev/null)
    switch "$lines[1]"
        case files
            __fish_complete_path "$word"
        case folders
            __fish_complete_directories "$word"
    end
    printf '%s\n' $lines[2..-1]
end
complete -c starling -f -a '(__starling_candidates)'
