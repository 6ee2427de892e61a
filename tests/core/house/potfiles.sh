#!/usr/bin/env bash
# Whether po/POTFILES.in names every file with words for the screen, each once, and none that is gone.
set -euo pipefail
cd "$1"

listed=$(grep -vE '^(#|$)' po/POTFILES.in)
with_words=$(
  {
    grep -rlE '\b(_|N_|C_|NC_|Q_) \("|g_dngettext|g_dpgettext2|ngettext \(' src --include='*.c' --include='*.h'
    [ ! -d ui ] || grep -rl 'translatable="yes"' ui
    ls data/*.in
  } | LC_ALL=C sort -u)
wrong=$(
  comm -13 <(LC_ALL=C sort -u <<<"$listed") <(printf '%s\n' "$with_words") | sed 's/^/missing: /'
  LC_ALL=C sort <<<"$listed" | uniq -d | sed 's/^/twice: /'
  while read -r file; do [ -f "$file" ] || echo "gone: $file"; done <<<"$listed"
)
if [ -z "$wrong" ]; then
  printf 'ok 1 - every file with words is in POTFILES.in\n1..1\n'
  exit 0
fi
printf 'not ok 1 - every file with words is in POTFILES.in\n'
printf '%s\n' "$wrong" | sed 's/^/# /'
printf '1..1\n'
exit 1
