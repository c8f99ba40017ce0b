# Completion of onrecord for bash, from version 3.2 on. It needs no other package.

__onrecord_complete() {
    # Bash takes words apart at colons and the like. What no blank parts belongs together again.
    local rest=${COMP_LINE:0:COMP_POINT} words=() word trimmed i
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        trimmed=${rest#"${rest%%[![:space:]]*}"}
        [[ $trimmed == "$word"* ]] || word=$trimmed # the cursor stands within the last word
        if ((i > 0)) && [[ $rest == "$trimmed" && -n $word ]]; then
            words[${#words[@]} - 1]+=$word
        else
            words+=("$word")
        fi
        rest=${trimmed#"$word"}
    done

    # The program gets words without the quotes of the shell.
    local last=$((${#words[@]} - 1)) typed=${words[${#words[@]} - 1]}
    for ((i = 0; i <= last; i++)); do
        case ${words[i]} in
        \'*) words[i]=${words[i]//\'/} ;;
        \"*) words[i]=${words[i]//\"/} ;;
        *) words[i]=${words[i]//\\/} ;;
        esac
    done

    local line directive=0 offers=() tab=$'\t'
    while IFS= read -r line; do
        if [[ $line == :* ]]; then directive=${line#:}; else offers+=("$line"); fi
    done < <("${words[0]/#\~/$HOME}" __complete "${words[@]:1}" 2>/dev/null </dev/null)

    # Bash puts an offer behind the last colon of the word.
    local before= offer value means
    [[ $typed == *[:=]* && $COMP_WORDBREAKS == *:* ]] && before=${typed%"${typed##*[:=]}"}
    COMPREPLY=()
    for offer in ${offers[@]+"${offers[@]}"}; do
        value=${offer%%"$tab"*} means=${offer#"$value"}
        value=${value#"$before"}
        [[ $typed == [\'\"]* ]] || value=${value// /\\ }
        if ((${#offers[@]} > 1)) && [[ ${COMP_TYPE-} == 63 && -n $means ]]; then
            value+="  (${means#"$tab"})" # it is only listed
        fi
        COMPREPLY+=("$value")
    done
    type -t compopt >/dev/null || return 0
    ((directive & 2)) && [[ ${COMPREPLY[0]-:} == *: || ${#COMPREPLY[@]} -gt 1 ]] && compopt -o nospace 2>/dev/null
    ((directive & 4)) && compopt +o default 2>/dev/null
    return 0
}

complete -o default -F __onrecord_complete onrecord
