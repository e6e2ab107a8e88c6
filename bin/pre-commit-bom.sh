#!/usr/bin/env bash
# The pre-commit hook: screens the files that it is given. It runs Redflag from the
# checkout that it lies in, and brings what that needs on first use.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
[ -x "$home/node_modules/.bin/node" ] || npm ci --no-progress --prefix "$home" >&2
export REDFLAG_DATA="${REDFLAG_DATA:-$home/data}" REDFLAG_SEEDS="${REDFLAG_SEEDS:-$home/seeds}"
exec "$home/node_modules/.bin/node" "$home/bin/redflag.js" bom "$@"
