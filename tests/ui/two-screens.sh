#!/usr/bin/env bash
# Runs a test on a display with two outputs, the second of which can be plugged in and pulled out:
# two-screens.sh PROGRAM ARGUMENT…
# Xvfb has one output only; the X server of the desktop with its driver for no hardware has sixteen. It is not
# everywhere, and may not be allowed to start: then the test is skipped, and says so.
set -euo pipefail

skip ()
{
  printf '1..0 # SKIP %s\n' "$1"
  exit 0
}

server=/usr/lib/xorg/Xorg
[ -x "$server" ] || server=$(command -v Xorg) || skip 'there is no Xorg here'
for program in xrandr xwininfo openbox; do
  command -v "$program" >/dev/null || skip "there is no $program here"
done

folder=$(mktemp -d)
children=()
finish ()
{
  [ ${#children[@]} -eq 0 ] || kill "${children[@]}" 2>/dev/null || true
  wait
  rm -rf "$folder"
}
trap finish EXIT

cat >"$folder/xorg.conf" <<'CONF'
Section "Device"
  Identifier "none"
  Driver "dummy"
  VideoRam 64000
EndSection
Section "Screen"
  Identifier "screen"
  Device "none"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 2048 768
    Modes "1024x768"
  EndSubSection
EndSection
CONF

# A seat of its own, so that it asks for no console.
mkfifo "$folder/number"
"$server" -displayfd 3 -config "$folder/xorg.conf" -logfile "$folder/log" -nolisten tcp -noreset -seat seat-test \
  3>"$folder/number" >"$folder/out" 2>&1 &
children+=($!)
read -r -t 20 number <"$folder/number" || skip 'Xorg does not start with its driver for no hardware'
export DISPLAY=:$number
unset XAUTHORITY
xrandr --output DUMMY0 --mode 1024x768 2>/dev/null || skip 'the driver for no hardware is another one'
xrandr --addmode DUMMY1 1024x768 2>/dev/null || skip 'the driver for no hardware has one output only'

printf '<openbox_config xmlns="http://openbox.org/3.4/rc"/>\n' >"$folder/rc.xml"
openbox --config-file "$folder/rc.xml" >"$folder/wm" 2>&1 &
children+=($!)
for _ in $(seq 100); do
  [ -z "$(xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep 'window id')" ] || break
  sleep 0.1
done

status=0
dbus-run-session -- "$@" || status=$?
exit "$status"
