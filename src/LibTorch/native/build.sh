#!/bin/sh
# Builds libtshim.so, the C ABI over libtorch, into the folder given. Does nothing when it is up to date.
#   build.sh OUTDIR          LIBTORCH_HOME=/path/to/libtorch takes another libtorch than the system's
set -eu

fail() { echo "LibTorch: $1"; exit 1; }

[ $# -eq 1 ] || fail "usage: build.sh OUTDIR"
mkdir -p "$1"
out=$(cd "$1" && pwd)
cd "$(dirname "$0")"

compiler=${CXX:-g++}
include=${LIBTORCH_HOME:-/usr}/include
version_header=$include/torch/csrc/api/include/torch/version.h
[ -f "$version_header" ] || fail "libtorch is missing ($version_header). Mend: sudo apt-get install g++ libtorch-dev libopenblas0-pthread, or set LIBTORCH_HOME"

# Newer ones define the numbers in a header that this one includes.
number() { cat "$version_header" "$include/torch/headeronly/version.h" 2> /dev/null | awk -v name="TORCH_VERSION_$1" '$2 == name { print $3; exit }'; }
version=$(number MAJOR).$(number MINOR).$(number PATCH)

case $version in
  0.*|1.*) standard=c++14 ;;
  *) standard=c++17 ;;
esac
flags="-std=$standard -O2 -fPIC -fvisibility=hidden -fvisibility-inlines-hidden -w -I$include -I$include/torch/csrc/api/include"
link="-shared -ltorch -ltorch_cpu -lc10"
if [ -n "${LIBTORCH_HOME:-}" ]; then
  link="-L$LIBTORCH_HOME/lib -Wl,-rpath,$LIBTORCH_HOME/lib $link"
  # The downloads built with the old C++ ABI say so here.
  grep -qs '_GLIBCXX_USE_CXX11_ABI=0' "$LIBTORCH_HOME/share/cmake/Torch/TorchConfig.cmake" && flags="$flags -D_GLIBCXX_USE_CXX11_ABI=0"
fi

stamp=$({ echo "$compiler $version $flags $link"; cat ./*.cpp ./*.h; } | sha256sum)
up_to_date() { [ -f "$out/libtshim.so" ] && [ -f "$out/libtshim.stamp" ] && [ "$(cat "$out/libtshim.stamp")" = "$stamp" ]; }
up_to_date && exit 0

command -v "$compiler" > /dev/null || fail "the C++ compiler '$compiler' is missing. Mend: sudo apt-get install g++"

# One build at a time: the second waits, and then finds the first one's work.
exec 9> "$out/libtshim.lock"
command -v flock > /dev/null && flock 9
up_to_date && exit 0

echo "LibTorch: compiling the shim over libtorch $version (once; about half a minute)"
work=$(mktemp -d "$out/build.XXXXXX")
trap 'rm -rf "$work"' EXIT
pids=
for source in *.cpp; do
  $compiler $flags -c "$source" -o "$work/${source%.cpp}.o" 2> "$work/${source%.cpp}.log" &
  pids="$pids $!"
done
compiled=yes
for pid in $pids; do wait "$pid" || compiled=no; done
if [ $compiled = yes ]; then
  $compiler "$work"/*.o $link -o "$work/libtshim.so" 2> "$work/link.log" || compiled=no
fi
if [ $compiled = no ]; then
  cat "$work"/*.log > "$out/libtshim.log"
  fail "the shim does not build with libtorch $version: $(grep -m1 -E 'error|undefined|cannot' "$out/libtshim.log") (all of it: $out/libtshim.log)"
fi
rm -f "$out/libtshim.log"
mv "$work/libtshim.so" "$out/libtshim.so"
echo "$stamp" > "$work/stamp" && mv "$work/stamp" "$out/libtshim.stamp"
