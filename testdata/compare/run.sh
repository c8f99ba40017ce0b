#!/usr/bin/env bash
# Measures onrecord beside other ways of searching the same statements, and prints tables in Markdown.
#
#   testdata/compare/run.sh            a million statements, and how it grows from 10,000 on
#   testdata/compare/run.sh 100000     so many at most
#
# Needs Go and, for the rest of the table, sqlite3; fzf is built from its Go module unless FZF names a program. Takes
# several minutes and 3 GB in a temporary folder (TMPDIR).
set -euo pipefail
cd "$(dirname "$0")"

most=${1:-1000000}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

say() { printf '%s\n' "$*" >&2; }

say "building"
go build -o "$dir/compare" .
(cd ../.. && go build -o "$dir/onrecord" .)
if [ -z "${FZF:-}" ]; then
	FZF=$dir/fzf
	go build -o "$FZF" github.com/junegunn/fzf || { say "fzf can't be built; its rows are left out"; FZF=; }
fi
SQLITE=${SQLITE:-$(command -v sqlite3 || true)}
[ -n "$SQLITE" ] || say "there is no sqlite3; its rows are left out"
export FZF SQLITE ONRECORD=$dir/onrecord

for n in 10000 100000 1000000; do
	if [ "$n" -le "$most" ]; then
		say "making $n statements"
		mkdir "$dir/$n"
		"$dir/compare" make "$dir/$n" "$n"
	fi
done
"$dir/compare" tables "$dir"
