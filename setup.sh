# Sourced by ./starling and tests/run with $root set: need_packages USE... installs what packages.txt lists for those
# uses and is not there. With all present it starts no program at all.
need_packages() {
  missing=
  while read -r package file uses; do
    case $package in '' | '#'*) continue ;; esac
    for use in $uses; do
      case " $* " in *" $use "*) [ -e "$file" ] || missing="$missing $package" ;; esac
    done
  done <"$root/packages.txt"
  [ -z "$missing" ] && return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "starling: these Debian packages are needed and there is no apt-get here:$missing" >&2
    return 1
  fi
  as_root=
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      echo "starling: install these packages as root, then try again: apt-get install$missing" >&2
      return 1
    fi
    as_root=sudo
    echo "starling: installing with sudo apt-get:$missing" >&2
  else
    echo "starling: installing with apt-get:$missing" >&2
  fi
  $as_root apt-get update -qq >&2 || return 1
  # What dpkg says of each package goes to no one; mistakes come on the other stream.
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends \
    $missing >/dev/null
}
