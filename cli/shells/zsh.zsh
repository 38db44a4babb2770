#compdef starling
# Starling's completion for zsh: source <(starling completion zsh), or this as _starling in a folder of $fpath.
_starling() {
  local program=${words[1]/#\~\//$HOME/} kind line
  local -a lines list
  lines=("${(@f)$("$program" complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  kind=$lines[1]
  for line in "${(@)lines[2,-1]}"; do
    list+=("${${line%%$'\t'*}//:/\\:}${${(M)line:#*$'\t'*}:+:${line#*$'\t'}}")
  done
  case $kind in
    files) _files ;;
    folders) _files -/ ;;
  esac
  (( $#list )) && _describe -t starling starling list
}
if [ "$funcstack[1]" = _starling ]; then
  _starling "$@"
else
  compdef _starling starling
fi
