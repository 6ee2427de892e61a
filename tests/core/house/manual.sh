#!/usr/bin/env bash
# Whether the manual page is well formed and tells of every command and option that there is.
# manual.sh PAGE PROGRAM
set -euo pipefail
page=$1 program=$2
number=0 failed=0

# say NAME WRONG
say ()
{
  number=$((number + 1))
  if [ -z "$2" ]; then
    printf 'ok %d - %s\n' "$number" "$1"
  else
    printf 'not ok %d - %s\n' "$number" "$1"
    printf '%s\n' "$2" | sed 's/^/# /'
    failed=1
  fi
}

say 'is well formed' "$(LC_ALL=C.UTF-8 groff -man -Tutf8 -ww -K utf8 -z "$page" 2>&1)"

# Hyphens are written \- there.
text=$(sed 's/\\-/-/g' "$page")
for command in validate capacity compare export xmr import contacts; do
  missing=
  for option in $("$program" "$command" --help | grep -oE -- '--[a-z]+' | sort -u); do
    grep -q -- "$option" <<<"$text" || missing+="$command $option"$'\n'
  done
  grep -qw "$command" <<<"$text" || missing+=$command
  say "tells of $command" "$missing"
done
printf '1..%d\n' "$number"
exit "$failed"
