#!/bin/sh
# Makes .venv and installs Neurarium into it, editable. Does nothing when that has been done already.
#
#   sh tools/setup.sh run    what serving needs
#   sh tools/setup.sh dev    that, and what the checks and tests need
#
# PYTHON names the interpreter to use; without it the first suitable one is taken.
set -eu
cd "$(dirname "$0")/.."

mode=${1:-run}
venv_python=.venv/bin/python

say() { printf '%s\n' "$*" >&2; }
stop() { say "neurarium: $*"; exit 1; }

suits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' >/dev/null 2>&1
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        suits "$PYTHON" || stop "PYTHON is '$PYTHON', which does not run as Python 3.11, 3.12, 3.13 or 3.14." \
            "Point PYTHON at one that does, or leave it unset."
        printf '%s\n' "$PYTHON"
        return
    fi
    for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if suits "$candidate"; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    found=$(python3 --version 2>/dev/null || echo "no python3 at all")
    stop "needs Python 3.11, 3.12, 3.13 or 3.14, and found $found." \
        "Install one of them, or set PYTHON to where it is: make run PYTHON=/path/to/python3.12"
}

# The stamp holds all that an installation depends on: what is asked for, and where. A tree that was moved or copied
# together with its .venv would otherwise go on importing the package from the old place.
wanted() {
    printf '%s\n' "$(pwd)"
    cat pyproject.toml constraints.txt | cksum
}

wanted_now=$(wanted)
stamped() { [ -f ".venv/.installed-$1" ] && [ "$(cat ".venv/.installed-$1")" = "$wanted_now" ]; }

if [ -x "$venv_python" ] && suits "$venv_python"; then
    if stamped dev; then exit 0; fi
    if [ "$mode" = run ] && stamped run; then exit 0; fi
else
    python=$(find_python)
    "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 ||
        stop "$("$python" --version) has no venv module, which making .venv needs." \
            "On Debian and Ubuntu: apt install python3-venv. Elsewhere, install a full Python 3.11 or newer."
    say "Making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv || stop "could not make .venv; see the message above."
fi

case $mode in
    run) what=. ;;
    dev) what='.[dev]' ;;
    *) stop "unknown mode '$mode': expected run or dev." ;;
esac

say "Installing Neurarium into .venv (this happens once; PyTorch is large and takes a while)"
rm -f .venv/.installed-run .venv/.installed-dev
"$venv_python" -m pip install --disable-pip-version-check -c constraints.txt -e "$what" ||
    stop "pip could not install what Neurarium needs; its message is above. Mend that and run the command again."
printf '%s\n' "$wanted_now" > ".venv/.installed-$mode"
