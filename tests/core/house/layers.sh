#!/usr/bin/env bash
# Whether every folder of src/ includes only what its layer may know (docs/architecture.md).
# The build catches a wrong library; this catches a wrong header.
set -euo pipefail
cd "$1/src"

declare -A may=(
  [study]='study'
  [storage]='storage study'
  [analysis]='analysis study'
  [layout]='layout study'
  [paint]='paint layout analysis study'
  [cli]='cli paint layout analysis storage study'
  [app]='app paint layout analysis storage study'
)
# Libraries that only some layers draw, read or speak with.
declare -A only=(
  ['gtk/|adwaita|gdk/|gsk/']='app'
  ['cairo|pango/']='paint app'
  ['libxml/']='storage'
  ['klu|suitesparse']='analysis'
  ['json-glib/']='cli'
)

number=0 failed=0

# say NAME WRONG: one case; WRONG holds the lines that break it.
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

for folder in */; do
  folder=${folder%/}
  allowed=${may[$folder]-}
  if [ -z "$allowed" ]; then
    say "$folder" "src/$folder is in no layer; say in layers.sh what it may include"
    continue
  fi
  wrong=$(grep -nE '^#include "[^"/]+/' "$folder"/*.[ch] | grep -vE "#include \"(${allowed// /|})/" || true)
  say "$folder includes only $allowed" "$wrong"
done

for library in "${!only[@]}"; do
  wrong=$(grep -rnE "^#include <($library)" . | grep -vE "^\./(${only[$library]// /|})/" || true)
  say "only ${only[$library]} include ${library//|/, }" "$wrong"
done

printf '1..%d\n' "$number"
exit "$failed"
