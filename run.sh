#!/usr/bin/env bash
# The executable list of commands. Needs Python 3.11 or newer and nothing else; uses uv if it is there.
#
#   ./run.sh [ARGS]          set up if anything changed, then `missionfeed run ARGS`
#   ./run.sh setup           set up only
#   ./run.sh test [ARGS]     set up with the development tools, lint, check types and imports, `pytest ARGS`
#   ./run.sh lock [ARGS]     renew the lock files from pyproject.toml (needs uv; ARGS such as --upgrade)
#
# The environment is .venv/ beside this file. A stamp is written into it as the last step of setting
# up: an environment without one was interrupted and is made again, and a stamp that still fits means
# that there is nothing to do.
set -euo pipefail

here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}" 2>/dev/null || echo "${BASH_SOURCE[0]}")")" && pwd -P)
venv=$here/.venv
python_hint="Install Python 3.11 or newer from https://www.python.org/downloads/ or your system's packages."

say() { printf 'missionfeed: %s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

find_python() { # the first Python on the PATH that is new enough and can make an environment
  local name
  for name in python3 python3.13 python3.12 python3.11 python3.14; do
    if "$name" -ISc 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      if "$name" -Ic 'import ensurepip, venv' 2>/dev/null || command -v uv >/dev/null; then
        command -v "$name"
        return
      fi
      die "$name can make no virtual environment. On Debian or Ubuntu: apt install python3-venv."
    fi
  done
  die "no Python 3.11 or newer was found. $python_hint"
}

stamp_base() { # where the environment stands and its Python: if either changes, it is made again
  printf '%s %s' "$("$venv/bin/python" -ISc 'import sys; print(sys.version.split()[0])' 2>/dev/null)" "$here"
}
stamp_for() { # LOCK: what was installed from it
  printf '%s %s' "$1" "$(cat "$here/$1" "$here/pyproject.toml" | cksum)"
}
is_set_up() { # LOCK: whether the environment is whole and installed from LOCK as it stands now
  [ -f "$venv/stamp" ] && grep -qxF "$(stamp_base)" "$venv/stamp" && grep -qxF "$(stamp_for "$1")" "$venv/stamp"
}

can_install() { # an environment that uv made has no pip of its own
  command -v uv >/dev/null || [ -x "$venv/bin/pip" ]
}

count() { # NUMBER: pip's talk in, a line a package out
  local done=0 total=$1 line
  while IFS= read -r line; do
    case $line in
      Collecting\ * | Processing\ * | Requirement\ already\ satisfied:\ *)
        done=$((done + 1))
        line=${line#Requirement already satisfied: }
        line=${line#Collecting }
        line=${line#Processing }
        line=${line%% *}
        printf '  %3d/%d  %s\n' "$done" "$total" "${line##*/}" >&2
        ;;
      Installing\ *) say "unpacking ..." ;;
    esac
  done
}

install() { # LOCK: the locked packages, then the project itself as it lies here
  local total
  total=$(grep -c '^[a-z0-9].*==' "$here/$1")
  say "installing up to $total packages from $1 (some minutes at first, seconds when they are cached) ..."
  if command -v uv >/dev/null; then
    uv pip sync --python "$venv/bin/python" --require-hashes "$here/$1" &&
      uv pip install --quiet --python "$venv/bin/python" --no-deps --no-build-isolation -e "$here"
  else
    "$venv/bin/python" -m pip install --require-hashes -r "$here/$1" | count "$total" &&
      "$venv/bin/python" -m pip install --quiet --no-deps --no-build-isolation -e "$here"
  fi
}

set_up() { # LOCK
  is_set_up "$1" && return
  local python lock=$1
  python=$(find_python)
  # The lock belongs to this shell's descriptor 9, which pip inherits: killed at any moment, it is
  # free again once the last process that writes into the environment has ended.
  exec 9>"$here/.venv.lock"
  "$python" -ISc 'import fcntl, sys
try: fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    print("missionfeed: waiting for another set-up of this folder ...", file=sys.stderr)
    fcntl.flock(9, fcntl.LOCK_EX)'
  if ! is_set_up "$lock"; then
    # Tools once installed stay: a start after `git pull` must not take them away again.
    grep -q '^requirements-dev.lock ' "$venv/stamp" 2>/dev/null && lock=requirements-dev.lock
    if ! grep -qxF "$(stamp_base)" "$venv/stamp" 2>/dev/null || ! can_install; then
      say "setting up .venv with $("$python" -V) ..."
      rm -rf "$venv"
      if command -v uv >/dev/null; then uv venv --quiet --python "$python" "$venv"; else "$python" -m venv "$venv"; fi
    fi
    rm -f "$venv/stamp"
    install "$lock" || die "the packages could not be installed (see above). Is there a network, and space on the disk?"
    { stamp_base; echo; stamp_for requirements.lock; echo; } >"$venv/stamp.new"
    [ "$lock" = requirements.lock ] || { stamp_for "$lock"; echo; } >>"$venv/stamp.new"
    mv "$venv/stamp.new" "$venv/stamp"
    say "ready."
  fi
  exec 9>&-
}

check() { # NAME TOOL ARGS...: one step of the tests
  local tool=$2
  say "$1"
  shift 2
  "$venv/bin/$tool" "$@" || die "failed: $tool $*"
}

run_tests() {
  cd "$here"
  check "lint" ruff check --quiet .
  check "format" ruff format --quiet --check .
  check "types" mypy
  check "imports" lint-imports
  check "tests" pytest "$@"
}

renew_lock() { # FILE GROUP... -- ARGS: universal, with hashes, nothing younger than a week
  local file=$1 groups=()
  shift
  while [ "$1" != -- ]; do groups+=(--group "$1"); shift; done
  shift
  (cd "$here" && uv pip compile pyproject.toml "${groups[@]}" --universal --python-version 3.11 --generate-hashes \
    --exclude-newer '7 days' --no-emit-index-url --no-header --quiet \
    -o "$file" "$@")
  say "$file: $(grep -c '^[a-z0-9].*==' "$here/$file") packages"
}

case ${1:-} in
  setup)
    [ $# -eq 1 ] || die "setup takes no arguments"
    set_up requirements.lock
    ;;
  test)
    shift
    set_up requirements-dev.lock
    run_tests "$@"
    ;;
  lock)
    shift
    command -v uv >/dev/null || die "the lock files are made by uv: https://docs.astral.sh/uv/"
    renew_lock requirements.lock build -- "$@"
    renew_lock requirements-dev.lock build dev -- -c requirements.lock "$@"
    ;;
  *)
    set_up requirements.lock
    exec "$venv/bin/missionfeed" run "$@"
    ;;
esac
