#!/bin/bash
# Grades a checked-out fork by the harness and the rubric beside this script; of the fork only its answers are taken.
#   grade-fork.sh FORK OUT [OPTION…]    the options go to `hitsongs grade`
# Exit code 0: there is a grade, passed or not. Otherwise that of the step that failed.
set -euo pipefail
fork=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
shift 2
cd "$(dirname "$0")/../.."

# On GitHub a line that begins with two colons is a command to the runner: nothing that a fork makes us print may be one.
if [[ -n ${GITHUB_ACTIONS:-} ]]; then
  token=$(cat /proc/sys/kernel/random/uuid)
  echo "::stop-commands::$token"
  trap 'echo "::$token::"' EXIT
fi

# HITSONGS: the command, where it is built already.
hitsongs() { ${HITSONGS:-dotnet run --project src/HitSongs.Cli --} "$@"; }

hitsongs fork "$fork" --out "$out/submission"
code=0
hitsongs grade "$out/submission" --rubric rubric --out "$out" --export "markdown=$out/summary.md" "$@" || code=$?
if [[ -s $out/summary.md && -n ${GITHUB_STEP_SUMMARY:-} ]]; then
  cat "$out/summary.md" >>"$GITHUB_STEP_SUMMARY"
fi
# 1: below the pass mark, which is a grade as well.
((code == 1)) || exit "$code"
