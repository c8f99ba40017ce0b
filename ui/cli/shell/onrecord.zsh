#compdef onrecord
# Completion of onrecord for zsh: in a file _onrecord in a folder of $fpath, or sourced after compinit.

_onrecord() {
    local -a typed offers described
    local line value means directive=0
    typed=("${(@Q)words[2,CURRENT]}")
    typed[-1]=${(Q)PREFIX}
    for line in "${(@f)$("${(Q)~words[1]}" __complete "${typed[@]}" 2>/dev/null </dev/null)}"; do
        if [[ $line == :<-> ]]; then
            directive=${line#:}
        elif [[ -n $line ]]; then
            offers+=("$line")
        fi
    done
    if ((!$#offers)); then
        ((directive & 4)) || _files
        return
    fi
    for line in "${offers[@]}"; do
        value=${line%%$'\t'*} means=${${line#"$value"}#$'\t'}
        described+=("${value//:/\\:}${means:+:$means}")
    done
    local -a options=(-M 'm:{a-zA-Z}={A-Za-z}')
    ((directive & 2)) && [[ $#offers -gt 1 || ${offers[1]%%$'\t'*} == *: ]] && options+=(-S '')
    _describe -t onrecord onrecord described "${options[@]}"
}

if [[ $funcstack[1] == _onrecord ]]; then
    _onrecord "$@"
else
    compdef _onrecord onrecord
fi
