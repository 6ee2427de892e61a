#!/usr/bin/env bash
# Runs a program on a display and a session bus that are its own alone, so that tests of the window may run side by
# side: each has the keyboard, the pointer and the clipboard to itself.
# own-display.sh PROGRAM ARGUMENT…
# On a display that is there already, to look on, with TL_TEST_DISPLAY=:0; then one test at a time.
set -euo pipefail

folder=$(mktemp -d)
server=
finish ()
{
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  wait
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 143' TERM INT HUP

start_server ()
{
  # It looks for a number that is free, and says which when it is ready.
  mkfifo "$folder/number"
  Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp -noreset 3>"$folder/number" >"$folder/out" 2>&1 &
  server=$!
  if ! read -r -t 60 number <"$folder/number"; then
    printf 'Xvfb did not start:\n' >&2
    cat "$folder/out" >&2
    exit 1
  fi
  export DISPLAY=:$number
  unset XAUTHORITY
}

if [ -n "${TL_TEST_DISPLAY:-}" ]; then
  export DISPLAY=$TL_TEST_DISPLAY
else
  start_server
fi
unset WAYLAND_DISPLAY

# Services that the bus starts have a word to say on their output, which is not the test's.
run ()
{
  dbus-run-session -- bash -c 'exec "$@" >&3 3>&-' bash "$@" 3>&1 >&2
}

status=0
run "$@" || status=$?

# A sanitizer's last word (see meson.build). Once more, with whole stacks, to tell whose it is.
if [ "$status" = 23 ]; then
  printf '\nOnce more, with whole stacks:\n' >&2
  ASAN_OPTIONS=${ASAN_OPTIONS:-}:fast_unwind_on_malloc=0 run "$@" >&2 || true
fi
exit "$status"
