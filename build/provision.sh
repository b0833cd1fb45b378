#!/bin/sh
# Installs the native parts that are missing; where it may not, says in one line what to do. The build calls it (Provision.proj).
#   build/provision.sh          install what is missing      exit 0: all there, 2: could not
#   build/provision.sh --check  list every part              exit 0: all there, 1: something is missing
# With --msbuild what it installs is told in the form that MSBuild shows as a warning, at every verbosity.
set -u
table=${HITSONGS_PARTS:-$(dirname "$0")/native-parts.tsv}
tab=$(printf '\t')
if [ "${1:-}" = --msbuild ]; then told='HitSongs : warning HITSONGS1: '; else told='HitSongs: '; fi

say() { echo "$told$*"; }
fail() { echo "HitSongs: $*"; exit 2; }

# Debian's place first, then where people put their own builds.
prefixes() { printf '%s\n' /usr /usr/local "${CMAKE_PREFIX_PATH:-}" | tr ':;' '\n\n' | sed '/^$/d'; }

# found FILE: says where, or fails. A program may be anywhere on the PATH.
found() {
  case $1 in bin/*) command -v "${1#bin/}" && return 0 ;; esac
  file=$(echo "$1" | sed "s/{machine}/$(uname -m)/")
  [ -e "/usr/$file" ] && { echo "/usr/$file"; return 0; }
  prefixes | while read -r prefix; do [ ! -e "$prefix/$file" ] || { echo "$prefix/$file"; break; }; done | grep .
}

# each_part ACTION: calls ACTION name package file why.
each_part() {
  while IFS="$tab" read -r name package file why; do
    case $name in '' | '#'*) continue ;; esac
    "$1" "$name" "$package" "$file" "$why"
  done <"$table"
}

show_part() {
  if where=$(found "$3"); then status=found; else status=missing where=$4; fi
  version=$(dpkg-query -W -f '${Version}' "$2" 2>/dev/null)
  printf '%-14s %-8s %-22s %-22s %s\n' "$1" "$status" "${version:--}" "$2" "$where"
}

note_missing() {
  found "$3" >/dev/null || { packages="$packages $2"; reasons="$reasons, $2 ($4)"; }
}

look_for_missing() { packages='' reasons=''; each_part note_missing; packages=${packages# } reasons=${reasons#, }; }

# Empty for root, a prefix for whoever has sudo without a password, failure for everyone else.
become_root() {
  [ "$(id -u)" = 0 ] && return 0
  sudo -n true 2>/dev/null && echo sudo -n
}

apt() {
  $root env DEBIAN_FRONTEND=noninteractive LC_ALL=C \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} ${no_proxy:+no_proxy="$no_proxy"} \
    apt-get -q -o DPkg::Lock::Timeout=600 -o Acquire::http::Timeout=30 -o Dpkg::Use-Pty=0 "$@" </dev/null 9<&- >>"$log" 2>&1
}

# What apt would fetch, in its own words; fails where it does not know a package (its lists are missing or old).
download_size() { apt install --assume-no --no-install-recommends $packages; sed -n 's/^Need to get \(.*\) of archives.*/\1/p' "$log" | tail -n 1 | grep .; }

install_missing() {
  [ -n "$packages" ] || return 0
  by_hand="apt-get install --no-install-recommends $packages"
  command -v apt-get >/dev/null ||
    fail "missing: $reasons. This system has no apt-get: install them its own way, or build with -p:Provision=false."
  root=$(become_root) || fail "missing: $reasons. Neither root nor sudo without a password; run: sudo $by_hand"

  # Two builds at once: the second waits here, then finds all there. The lock is the folder that apt itself works on.
  exec 9</var/lib/dpkg && flock 9
  look_for_missing
  [ -n "$packages" ] || return 0

  log=$(mktemp "${TMPDIR:-/tmp}/hitsongs-provision.XXXXXX.log")
  started=$(date +%s)
  size=$(download_size) || { apt update; size=$(download_size); }
  say "installing $reasons, once${size:+, $size to download} (log: $log)"
  apt install --yes --no-install-recommends $packages || { apt update; apt install --yes --no-install-recommends $packages; } ||
    fail "could not install $packages: $(why_apt_failed) (log: $log); mend that and run: ${root:+sudo }apt-get update && ${root:+sudo }$by_hand"

  look_for_missing
  [ -z "$packages" ] || fail "installed, and still not found: $reasons; see $table, and $log."
  say "installed in $(($(date +%s) - started)) s."
  rm -f "$log"
}

# A fetch that failed explains more than the package that was not found because of it.
why_apt_failed() {
  for pattern in 'Temporary failure\|Could not resolve\|Could not connect\|Failed to fetch' '^E: '; do
    grep "$pattern" "$log" | tail -n 1 | sed 's/^[EWI]: //;s/^ *//' | grep . && return
  done
  tail -n 1 "$log"
}

[ -r "$table" ] || fail "cannot read $table."
look_for_missing
case ${1:-} in
  --check) each_part show_part; [ -z "$packages" ] ;;
  '' | --msbuild) install_missing ;;
  *) fail "usage: provision.sh [--check]" ;;
esac
