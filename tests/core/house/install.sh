#!/usr/bin/env bash
# Installs the program into an empty folder, as a packager does, and uses it from there.
# install.sh BUILD_FOLDER PREFIX SAMPLE
set -euo pipefail
build=$1 prefix=$2 sample=$3
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
id=io.github.throughline.Throughline

number=0 failed=0

try ()
{
  local name=$1
  shift
  number=$((number + 1))
  if "$@" >"$root/said" 2>&1; then
    printf 'ok %d - %s\n' "$number" "$name"
  else
    printf 'not ok %d - %s\n' "$number" "$name"
    sed 's/^/# /' "$root/said"
    failed=1
  fi
}

# The build is there already, and a packager's root is not ours to refresh.
try 'installs' meson install -C "$build" --no-rebuild --destdir "$root"
there=$root$prefix

for file in \
  bin/throughline \
  share/applications/$id.desktop \
  share/metainfo/$id.metainfo.xml \
  share/icons/hicolor/scalable/apps/$id.svg \
  share/icons/hicolor/symbolic/apps/$id-symbolic.svg \
  share/mime/packages/$id.xml \
  share/glib-2.0/schemas/$id.gschema.xml \
  share/throughline/samples/housing-repairs.throughline \
  share/throughline/samples/housing-repairs-study.throughline \
  share/throughline/throughline.rng \
  share/man/man1/throughline.1 \
  share/locale/de/LC_MESSAGES/throughline.mo
do
  try "has $file" test -s "$there/$file"
done

answers () { [ "$("$there/bin/throughline" --version)" = "throughline $(cat "$1")" ]; }
translated () { grep -q '^Comment\[de\]=.' "$there/share/applications/$id.desktop"; }
opens_kind () { grep -q '^MimeType=application/x-throughline+xml;$' "$there/share/applications/$id.desktop"; }

meson introspect "$build" --projectinfo | sed 's/.*"version": "\([^"]*\)".*/\1/' >"$root/version"
try 'says its version' answers "$root/version"
try 'computes' "$there/bin/throughline" capacity "$sample"
try 'finds its own sample well' "$there/bin/throughline" validate "$there/share/throughline/samples/housing-repairs.throughline"
try 'has a menu entry in German' translated
try 'opens its own kind of file' opens_kind
try 'compiles its settings' glib-compile-schemas --strict "$there/share/glib-2.0/schemas"
try 'registers its kind of file' update-mime-database "$there/share/mime"
printf '1..%d\n' "$number"
exit "$failed"
