#!/bin/sh
# The first process of a kernel in user mode (Debian's user-mode-linux): mounts cgroup v2, which a machine with version 1 does not have, and has the sandbox
# try its limits there. Build first: dotnet build -c Release tests/HitSongs.Benchmarks
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp DOTNET_NOLOGO=1 DOTNET_TieredPGO=0
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t tmpfs tmp /tmp
mount -t tmpfs run /run
mkdir -p /dev/shm
mount -t tmpfs shm /dev/shm
mount -t cgroup2 none /sys/fs/cgroup
root=$(cd "$(dirname "$0")/../.." && pwd)
uname -sr
echo "controllers: $(cat /sys/fs/cgroup/cgroup.controllers)"
dotnet exec "$root/artifacts/bin/HitSongs.Benchmarks/release/HitSongs.Benchmarks.dll" sandbox
echo "exit code $?, handed on: $(cat /sys/fs/cgroup/cgroup.subtree_control)"
echo o >/proc/sysrq-trigger
sleep 60
