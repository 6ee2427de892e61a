# packages.sh: what Debian packages are needed for what. Sourced by dev/run and dev/test.
# Nothing is asked; what is there already costs one quick look.

build_packages=(
  gcc libc6-dev meson ninja-build pkgconf gettext
  libgtk-4-dev libgtk-4-bin libadwaita-1-dev
  libxml2-dev libjson-glib-dev libsuitesparse-dev
  libglib2.0-bin libglib2.0-dev-bin
  # meson install refreshes the desktop's lists of programs and kinds of files with these
  desktop-file-utils shared-mime-info
)

# Icons and letters of the window; a desktop has them, a bare server has not.
window_packages=(adwaita-icon-theme librsvg2-common fonts-cantarell)

test_packages=(
  xvfb xauth dbus libx11-dev libxtst-dev
  appstream libxml2-utils man-db groff-base
  # the window as assistive technology finds it
  at-spi2-core python3-gi gir1.2-atspi-2.0
  # presenting on two screens, one of which is pulled out
  xserver-xorg-core xserver-xorg-video-dummy x11-xserver-utils x11-utils openbox
)

# A window of its own to measure in, and what others are measured by.
bench_packages=(xvfb xauth dbus openbox libx11-dev libxtst-dev graphviz libxml2-utils python3-pandas)

picture_packages=(xvfb dbus openbox xdotool x11-apps imagemagick)

# install_missing PACKAGE…: installs those of the packages that are not there.
install_missing ()
{
  local missing=() as_root=() package
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    printf 'This is not a Debian system. Should the build miss something, install what these give on Debian:\n  %s\n' "$*" >&2
    return 0
  fi
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  printf 'Installing: %s\n' "${missing[*]}" >&2
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  if [ ${#as_root[@]} -gt 0 ] && ! command -v sudo >/dev/null; then
    printf 'These packages are missing, and there is no sudo to install them with. As root:\n  apt-get install %s\n' "${missing[*]}" >&2
    return 1
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >&2
}
