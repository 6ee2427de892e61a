#!/usr/bin/env bash
# Whether every language in po/LINGUAS is well formed, and German, the one that is kept complete, has
# a translation of every string.
set -euo pipefail
cd "$1"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

number=0 failed=0

# try NAME COMMAND…: one case; what the command says on failure is shown.
try ()
{
  local name=$1
  shift
  number=$((number + 1))
  if "$@" >"$folder/said" 2>&1; then
    printf 'ok %d - %s\n' "$number" "$name"
  else
    printf 'not ok %d - %s\n' "$number" "$name"
    sed 's/^/# /' "$folder/said"
    failed=1
  fi
}

extract ()
{
  GETTEXTDATADIRS=$1/data${GETTEXTDATADIRS:+:$GETTEXTDATADIRS} \
    xgettext --files-from=po/POTFILES.in --directory=. --from-code=UTF-8 --add-comments \
      --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dngettext:2,3 \
      --keyword=g_dpgettext2:2c,3 --output="$folder/throughline.pot"
}

# A sentence that was only guessed from a similar one ("fuzzy") is not a translation.
complete ()
{
  msgcmp "$1" "$folder/throughline.pot"
}

for language in $(grep -v '^#' po/LINGUAS); do
  try "$language is well formed" msgfmt --check --output-file=/dev/null "po/$language.po"
done
try "strings can be extracted" extract "$PWD"
try "German is complete" complete po/de.po
printf '1..%d\n' "$number"
exit "$failed"
