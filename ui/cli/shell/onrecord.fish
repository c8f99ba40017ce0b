# Completion of onrecord for fish.

function __onrecord_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l program (string replace -r -- '^~/' "$HOME/" $words[1])
    set -l offers ($program __complete $words[2..-1] (string unescape -n -- $typed; or string trim -c '\'"' -- $typed) 2>/dev/null </dev/null)
    test (count $offers) -gt 0; or return
    set -l directive (string replace : '' -- $offers[-1])
    set -e offers[-1]
    if test (count $offers) -gt 0
        printf '%s\n' $offers
    else if test (math "floor($directive / 4) % 2") = 0
        __fish_complete_path $typed
    end
end

complete -c onrecord -f -a '(__onrecord_complete)'
