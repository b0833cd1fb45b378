#!/bin/bash
# Proves that a bare clone provisions itself: a minimal Debian 12, the .NET SDK and git of this machine, a clone, and
# the two commands of the README with nothing before them, each timed, and the first once more, warm.
#   build/fresh-machine.sh [--user] [--keep] [SOURCE_REPO]     needs root, debootstrap and unshare; about 4 GB in TMPDIR
# --user runs as an ordinary user with password-less sudo; --keep leaves the machine's folder behind and says where.
set -euo pipefail

user=root keep=
while [[ ${1:-} == --* ]]; do
  case $1 in
    --user) user=candidate ;;
    --keep) keep=yes ;;
    *) echo "usage: fresh-machine.sh [--user] [--keep] [SOURCE_REPO]" >&2; exit 2 ;;
  esac
  shift
done
source_repo=$(realpath "${1:-$(dirname "$0")/..}")
[[ $(id -u) == 0 ]] || exec sudo -E "$0" ${keep:+--keep} $([[ $user == root ]] || echo --user) "$source_repo"
for tool in debootstrap unshare dotnet git; do
  command -v $tool >/dev/null || { echo "fresh-machine: $tool is missing here" >&2; exit 2; }
done

suite=bookworm
# What the two prerequisites (.NET, git) ask of the system, and nothing of what HitSongs asks. All but git and sudo are
# .NET's own list of dependencies; HitSongs itself does without libicu (InvariantGlobalization), the `dotnet` command does not.
# sudo only serves --user.
prerequisites=ca-certificates,git,libgcc-s1,libicu72,libssl3,libstdc++6,sudo,tzdata,zlib1g
cache=${XDG_CACHE_HOME:-$HOME/.cache}/hitsongs
base=$cache/debian-$suite-$(echo "$prerequisites" | cksum | cut -d ' ' -f 1).tar
machine=$(mktemp -d "${TMPDIR:-/var/tmp}/hitsongs-fresh.XXXXXX")
# All mounts live in a namespace of their own and end with it, so that this can only remove what lies in the folder.
trap '[[ $keep ]] && echo "kept: $machine" || rm -rf --one-file-system "$machine"' EXIT

host_mirror() {
  { cat /etc/apt/sources.list.d/*.sources 2>/dev/null | sed -n 's/^URIs: *\([^ ]*\).*/\1/p'
    sed -n 's/^deb \(\[[^]]*\] \)\?\([^ ]*\) '$suite' .*/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null; } | head -n 1
}

make_base() {
  echo "fresh machine: making a minimal Debian ($suite), once"
  mkdir -p "$cache"
  debootstrap --variant=minbase --include="$prerequisites" $suite "$machine" $(host_mirror) >"$cache/debootstrap.log" 2>&1 ||
    { tail -n 3 "$cache/debootstrap.log" >&2; exit 2; }
  rm -rf "$machine"/var/cache/apt/archives/*.deb "$machine"/var/lib/apt/lists/*
  tar -C "$machine" -cf "$base.new" . && mv "$base.new" "$base"
}

copy() { for path; do if [[ -e $path ]]; then mkdir -p "$machine$(dirname "$path")" && cp -aL "$path" "$machine$(dirname "$path")/"; fi; done; }

# How this machine reaches its package sources: a new machine of the same place would be told the same.
copy_configuration() {
  copy /etc/resolv.conf /etc/hosts /usr/local/share/ca-certificates /etc/opt/NuGet
  if grep -q "VERSION_CODENAME=$suite" /etc/os-release; then
    rm -f "$machine/etc/apt/sources.list"
    copy /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/apt.conf.d /etc/apt/auth.conf.d /etc/apt/preferences.d /etc/apt/trusted.gpg.d /etc/apt/keyrings
  fi
  local home=$machine/root
  [[ $user == root ]] || home=$machine/home/$user
  mkdir -p "$home/.nuget/NuGet" "$home/.config/NuGet"
  cp "${HOME}"/.nuget/NuGet/NuGet.Config "$home/.nuget/NuGet/" 2>/dev/null || true
  cp "${HOME}"/.config/NuGet/* "$home/.config/NuGet/" 2>/dev/null || true
}

[[ -e $base ]] || make_base
rm -rf "${machine:?}"/* && tar -C "$machine" -xf "$base" && chmod 755 "$machine"
copy_configuration
git clone --quiet --no-local "$source_repo" "$machine/srv/hitsongs"

# What is on the PATH may be a script that starts the real one.
dotnet=$(dotnet --list-sdks | sed -n 's/.*\[\(.*\)\/sdk\]$/\1/p' | tail -n 1)
mkdir -p "$machine/opt/dotnet"
cp "$(dirname "$0")/fresh-machine-steps.sh" "$machine/srv/steps.sh"

# The new machine's environment is empty but for what leads to the network.
mapfile -t environment < <(env | grep -iE '^(https?_proxy|all_proxy|no_proxy|ssl_cert_[a-z]+|nuget_[a-z_]+)=' || true)
export machine dotnet user
unshare --mount --pid --ipc --uts --fork --propagation private bash -euc '
  mount --bind "$machine" "$machine"
  mount --rbind /dev "$machine/dev"
  mount --rbind /sys "$machine/sys"
  mount -t proc proc "$machine/proc"
  mount -t tmpfs tmpfs "$machine/tmp" -o mode=1777
  mount --bind -o ro "$dotnet" "$machine/opt/dotnet"
  mkdir -p "$machine/mnt/host"
  cd "$machine"
  pivot_root . mnt/host
  umount -l /mnt/host
  exec env -i PATH=/opt/dotnet:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "$@" \
    bash /srv/steps.sh "$user" </dev/null
' bash "${environment[@]}"
