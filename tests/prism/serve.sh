#!/bin/sh
# Serves a document on loopback with Prism, a mock server that others made: it checks each request against the document
# and answers with its examples. Usage: tests/prism/serve.sh DOCUMENT PORT
# PRISM may name the command to run; else `npx` fetches the version that results are stated for.
set -eu
if ! command -v node >/dev/null 2>&1; then
    echo "skipped: Prism needs Node.js 20, and there is no \`node\`" >&2
    exit 77
fi
exec ${PRISM:-npx --yes @stoplight/prism-cli@5.14.2} mock --errors --host 127.0.0.1 --port "$2" "$1"
