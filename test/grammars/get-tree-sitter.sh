#!/bin/bash
# get-tree-sitter.sh FOLDER: puts the tree-sitter CLI that build.mjs asks for in FOLDER/tree-sitter, on Debian.
# The npm package only downloads a program from elsewhere, so this takes the one that a newer Debian ships, from the
# mirror that this machine already uses. It brings the libraries of that release along in FOLDER/lib: nothing outside
# FOLDER changes.
set -euo pipefail

folder=$(realpath -m "$1")
version=0.26.11
suites='trixie testing sid'

mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -n 1)
[ -n "$mirror" ] || mirror=$(awk '$1 == "deb" && $2 ~ /debian/ { print $2; exit }' /etc/apt/sources.list)
keys=/usr/share/keyrings/debian-archive-keyring.gpg

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/archives/partial" "$folder/lib"
: >"$work/status"
for suite in $suites; do
  echo "deb [signed-by=$keys] $mirror $suite main" >>"$work/sources.list"
done
cat >"$work/apt.conf" <<CONF
Dir::State "$work";
Dir::State::Lists "$work/lists";
Dir::State::status "$work/status";
Dir::Cache "$work";
Dir::Cache::archives "$work/archives";
Dir::Etc::SourceList "$work/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
Acquire::Languages "none";
Acquire::Retries "3";
APT::Sandbox::User "root";
CONF
export APT_CONFIG="$work/apt.conf"

apt-get update -qq
cd "$work"
package=$(apt-cache madison tree-sitter-cli | awk -F' *[|] *' -v want="$version" '$2 ~ "^" want "-" { print $2; exit }')
if [ -z "$package" ]; then
  echo "Debian no longer has tree-sitter-cli $version" >&2
  exit 1
fi
apt-get download -q "tree-sitter-cli=$package" libc6/trixie libgcc-s1/trixie >/dev/null
for archive in *.deb; do dpkg -x "$archive" unpacked; done

libraries=$(dirname "$(find unpacked -name libc.so.6 | head -n 1)")
cp -L "$libraries"/{ld-linux-*.so.*,libc.so.6,libm.so.6,libgcc_s.so.1,libdl.so.2,libpthread.so.0} "$folder/lib/"
cp unpacked/usr/bin/tree-sitter "$folder/lib/tree-sitter.bin"
cat >"$folder/tree-sitter" <<'RUN'
#!/bin/sh
libraries=$(dirname "$(readlink -f "$0")")/lib
exec "$libraries"/ld-linux-*.so.* --library-path "$libraries" "$libraries/tree-sitter.bin" "$@"
RUN
chmod +x "$folder/tree-sitter"
"$folder/tree-sitter" --version
