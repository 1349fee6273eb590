#!/bin/sh
# Installs a real VS Code for the tests in this folder: 1.4 GB below $VSCODE_TOOLS (default: ~/.cache/igel-rollout/vscode), and Debian's
# Chromium where there is none. When all is there it does nothing. It wants Linux on x86-64, and the right to use apt for Chromium.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tools=${VSCODE_TOOLS:-$HOME/.cache/igel-rollout/vscode}

[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || {
  apt-get -o DPkg::Lock::Timeout=300 update -qq
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -yqq --no-install-recommends chromium fonts-dejavu-core >/dev/null
}

mkdir -p "$tools"
cd "$tools"
cmp -s "$here/tools/package-lock.json" node_modules/.installed || {
  cp "$here"/tools/package*.json .
  # No scripts: playwright would fetch a browser, and code-server compile what the tests do without.
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  # Not npm ci: code-server's own list of packages lacks one.
  (cd node_modules/code-server/lib/vscode && npm install --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error)
  cp package-lock.json node_modules/.installed
}
