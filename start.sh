#!/bin/sh
# Starts Ringside on a fresh machine: checks Node, installs what is missing, builds what is stale, and then
# becomes the server. Every flag is passed on: ./start.sh --port 8080
set -eu
from=$PWD
cd "$(dirname "$0")"

if ! command -v node >/dev/null 2>&1; then
  echo 'Ringside needs Node 20.19 or newer, and there is no node here. Get it at https://nodejs.org' >&2
  exit 1
fi
if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
  echo "Ringside needs Node 20.19 or newer; this is $(node --version). Newer ones are at https://nodejs.org" >&2
  exit 1
fi

# npm writes the second file at the end of an installation: older than the first, or absent, it is stale.
if [ -n "$(find package-lock.json -newer node_modules/.package-lock.json 2>&1)" ]; then
  echo 'Installing the packages that Ringside needs, this takes a minute.' >&2
  # What builds the pages is needed whatever NODE_ENV says.
  npm ci --include=dev --no-fund --no-audit >&2
fi

# A model file that is named here is meant from where the command was typed; all else is in this folder.
flag=--register-api-endpoint-file
previous=
for arg do
  case "$previous $arg" in
    "$flag /"*) ;;
    "$flag "*) arg=$from/$arg ;;
    *" $flag=/"*) ;;
    *" $flag="*) arg=$flag=$from/${arg#*=} ;;
  esac
  previous=$arg
  shift
  set -- "$@" "$arg"
done

exec node bin/ringside.mjs "$@"
