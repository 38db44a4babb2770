# Starling's completion for bash: source <(starling completion bash)
_starling() {
  local program=$1 word kind i
  local -a words=() lines=()
  # Bash takes "--deck=aws" apart at the "=": it is put together again.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if ((${#words[@]})) && { [[ $word == = ]] || [[ ${words[-1]} == --*= ]]; }; then
      words[-1]+=$word
    else
      words+=("$word")
    fi
  done
  [[ ${program:0:2} == \~/ ]] && program=$HOME/${program:2}
  mapfile -t lines < <("$program" complete -- "${words[@]}" 2>/dev/null)
  kind=${lines[0]-}
  word=${words[-1]-}
  [[ $word == --*=* ]] && word=${word#*=}
  COMPREPLY=()
  case $kind in
    files) mapfile -t COMPREPLY < <(compgen -f -- "$word"); compopt -o filenames 2>/dev/null ;;
    folders) mapfile -t COMPREPLY < <(compgen -d -- "$word"); compopt -o filenames 2>/dev/null ;;
  esac
  for i in "${lines[@]:1}"; do
    i=${i%%$'\t'*}
    [[ $i == --*=* ]] && i=${i#*=}
    COMPREPLY+=("$i")
  done
}
complete -F _starling starling
