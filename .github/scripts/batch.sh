#!/bin/bash
# Grades a cohort in three steps, so that a matrix of jobs can do the second side by side; each works on files below the current folder.
#   batch.sh fetch            FORKS: repositories, OWNER/NAME or OWNER/NAME@REF, apart by white space → cohort.tar, and the units for the matrix
#   batch.sh grade            UNIT: one of them, with cohort.tar → unit.tar
#   batch.sh gather [OPTION…] SEED, with cohort.tar and units/*/unit.tar → batch.tar, which has index.html, grades.csv and a folder for each
# The options go to `hitsongs batch`, those of ONLY too.
set -euo pipefail
harness=$(cd "$(dirname "$0")/../.." && pwd)

# On GitHub a line that begins with two colons is a command to the runner: nothing that a fork makes us print may be one.
if [[ -n ${GITHUB_ACTIONS:-} ]]; then
  token=$(cat /proc/sys/kernel/random/uuid)
  echo "::stop-commands::$token"
  trap 'echo "::$token::"' EXIT
fi

batch() {
  local only=()
  [[ -z ${ONLY:-} ]] || read -ra only <<<"--only $ONLY"
  ${HITSONGS:-"$harness/hitsongs"} batch cohort --rubric "$harness/rubric" --out batch "${only[@]}" "$@"
}

# A clone of our own obeys no configuration of the fork's; links become files, and of its files only answers/ is kept.
fetch_one() {
  local name=${1%%@*} ref=HEAD folder
  [[ $1 != *@* ]] || ref=${1#*@}
  if [[ ! $name =~ ^[A-Za-z0-9_-]+/[A-Za-z0-9._-]+$ || ! $ref =~ ^[A-Za-z0-9][A-Za-z0-9._/-]*$ ]]; then
    echo "\"${1//[^A-Za-z0-9._\/@-]/?}\" is no repository: name OWNER/NAME or OWNER/NAME@REF" >&2
    return 2
  fi
  folder=cohort/${name/\//.}
  git init --quiet "$folder"
  if git -C "$folder" fetch --quiet --depth 1 --no-tags "${FORKS_AT:-https://github.com}/$name" "$ref"; then
    GIT_LFS_SKIP_SMUDGE=1 git -C "$folder" -c core.symlinks=false -c core.hooksPath=/dev/null checkout --quiet FETCH_HEAD -- answers ||
      echo "$name has no answers/" >&2
  else
    echo "$name cannot be fetched" >&2
  fi
  rm -rf "${folder:?}/.git"
}

case ${1:-} in
  fetch)
    read -rd '' -a forks <<<"${FORKS:-}" || true
    ((${#forks[@]} > 0)) || { echo 'FORKS names no repository' >&2; exit 2; }
    ((${#forks[@]} <= 256)) || { echo "a matrix has 256 jobs at most, not ${#forks[@]}: grade the cohort in parts" >&2; exit 2; }
    mkdir cohort
    for fork in "${forks[@]}"; do
      fetch_one "$fork"
    done
    seed=$(($(od -An -N4 -tu4 /dev/urandom) & 0x7fffffff))
    tar -cf cohort.tar cohort
    {
      echo "seed=$seed"
      printf 'units=[%s]\n' "$(find cohort -mindepth 1 -maxdepth 1 -printf "\"$seed/%f\"\n" | sort | paste -sd ,)"
    } >>"${GITHUB_OUTPUT:-/dev/stdout}"
    ;;
  grade)
    tar -xf cohort.tar
    batch --unit "$UNIT"
    tar -cf unit.tar -C batch "${UNIT#*/}"
    ;;
  gather)
    tar -xf cohort.tar
    mkdir -p batch
    for unit in units/*/unit.tar; do
      [[ ! -e $unit ]] || tar -xf "$unit" -C batch
    done
    # What no job has graded is graded here.
    code=0
    batch --seed "$SEED" --resume "${@:2}" || code=$?
    tar -cf batch.tar batch
    exit "$code"
    ;;
  *)
    echo 'batch.sh fetch, grade or gather' >&2
    exit 2
    ;;
esac
