#!/usr/bin/env bash
# Whether po/POTFILES.in names every file with words for the screen, each once, and none that is gone.
set -euo pipefail
cd "$1"

listed=$(grep -vE '^(#|$)' po/POTFILES.in)
with_words=$(
  {
    grep -rlE '\b((_|N_|C_|NC_|g_dngettext|ngettext) ?\(|g_dpgettext2)' src --include='*.c' --include='*.h'
    [ ! -d ui ] || grep -rl 'translatable="yes"' ui
    ls data/*.in
  } | LC_ALL=C sort -u)
wrong=$(
  comm -13 <(LC_ALL=C sort -u <<<"$listed") <(printf '%s\n' "$with_words") | sed 's/^/missing: /'
  LC_ALL=C sort <<<"$listed" | uniq -d | sed 's/^/twice: /'
  while read -r file; do [ -f "$file" ] || echo "gone: $file"; done <<<"$listed"
)

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

say 'every file with words is in POTFILES.in (dev/strings writes it)' "$wrong"
# xgettext reads strings, it does not expand macros: such a sentence would never be translated.
say 'no translated sentence has a macro inside' \
  "$(grep -rnE '\b(_|N_|C_|NC_) \(("[^"]*"(, )?)+ [A-Z_]{2,}' src --include='*.c' || true)"
printf '1..%d\n' "$number"
exit "$failed"
