#!/bin/bash
# What fresh-machine.sh runs inside the new machine: the two commands, and the first once more, warm.
set -uo pipefail
user=$1
update-ca-certificates >/dev/null 2>&1
if [[ $user != root ]]; then
  useradd --shell /bin/bash "$user"
  echo "$user ALL=(ALL) NOPASSWD: ALL" >"/etc/sudoers.d/$user"
  chown -R "$user:" "/home/$user" /srv/hitsongs
fi
cd /srv/hitsongs || exit 2

as_user() {
  if [[ $user == root ]]; then "$@"; else setpriv --reuid="$user" --regid="$user" --init-groups env HOME="/home/$user" USER="$user" "$@"; fi
}

declare -A seconds
failed=0
timed() {
  local name=$1 started=$EPOCHREALTIME code=0
  shift
  echo "fresh machine: $name: $*"
  as_user "$@" 2>&1 | sed 's/^/  /' || code=$?
  seconds[$name]=$(awk "BEGIN { printf \"%.1f\", $EPOCHREALTIME - $started }")
  echo "fresh machine: $name took ${seconds[$name]} s, exit code $code"
  [[ $code == 0 ]] || failed=1
}

before=$(df --output=used -m / | tail -n 1)
timed grade dotnet run --project src/HitSongs.Cli -- grade
timed test dotnet test
# The tests start from nothing each time: warm, they would take as long again.
timed 'warm grade' dotnet run --project src/HitSongs.Cli -- grade
sh build/provision.sh --check || failed=1
as_user bwrap --ro-bind / / true && echo 'fresh machine: bubblewrap works'
home=$(as_user sh -c 'echo "$HOME"')
# NuGet keeps each package as it came, beside what was in it.
packages=$(find "$home/.nuget/packages" -name '*.nupkg' -printf '%s\n' | awk '{ sum += $1 } END { printf "%.0f", sum / 1048576 }')
echo "fresh machine: downloaded $(du -sm /var/cache/apt/archives | cut -f 1) MB of Debian packages and $packages MB of NuGet packages"
echo "fresh machine: disk: all $(($(df --output=used -m / | tail -n 1) - before)) MB more, of it $(du -sm artifacts/bin | cut -f 1) MB in artifacts/bin and $(du -sm "$home/.nuget/packages" | cut -f 1) MB in NuGet's cache (linked files count in each)"
echo "fresh machine: grade ${seconds[grade]} s, test ${seconds[test]} s, warm grade ${seconds[warm grade]} s"
exit $failed
