#!/usr/bin/env bash
# The search beside Pagefind on the same made-up catalogue, in one run; prints Markdown for benches/RESULTS.md.
#
#   benches/search/run.sh [20000] [folder]
#   ALONE=1 benches/search/run.sh 100000     without Pagefind, which takes 11 GB there
#
# Wants Node, Chromium (see tests/run.sh), GNU time, and the packages of tests/browser; installs Pagefind into the folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly PRODUCTS=${1:-20000}
readonly FOLDER=${2:-$(mktemp -d)}
readonly PAGEFIND=1.6.0
readonly DATA=$FOLDER/made-up.jsonl

# With the program, or the example would have everything compiled once more with its own features.
cargo build --quiet --release --bin dacsan --example search_index
[ -e "$DATA" ] || node tests/search/support/catalogue.mjs "$PRODUCTS" 2026 "$DATA"

timed() { /usr/bin/time -f '%U %S %M' -o "$FOLDER/time" "$@" >/dev/null 2>&1; awk '{ printf "%.1f CPU s, %d MB", $1 + $2, $3 / 1024 }' "$FOLDER/time"; }
weight() { printf '%d files, %.2f MB' "$(find "$1" -type f | wc -l)" "$(find "$1" -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum / 1e6 }')"; }

rm -rf "$FOLDER/ours"
ours=$(timed target/release/examples/search_index "$DATA" "$FOLDER/ours")
size=$(weight "$FOLDER/ours/tim")
# The browser tests would build the example catalogue; nothing here needs it.
export DACSAN_OUT=$FOLDER
if [ -n "${ALONE:-}" ]; then
  node benches/search/measure.mjs "$FOLDER/ours" - "$DATA"
  printf '| building: CPU, memory | %s |\n| files, bytes | %s |\n' "$ours" "$size"
  exit
fi
[ -e "$FOLDER/pages" ] || node benches/search/pages.mjs "$DATA" "$FOLDER/pages"
npm install --silent --no-audit --no-fund --prefix "$FOLDER" "pagefind@$PAGEFIND"
theirs=$(timed "$FOLDER/node_modules/.bin/pagefind" --site "$FOLDER/pages")
node benches/search/measure.mjs "$FOLDER/ours" "$FOLDER/pages" "$DATA"
printf '| building: CPU, memory | %s | %s |\n' "$ours" "$theirs"
printf '| files, bytes | %s | %s |\n' "$size" "$(weight "$FOLDER/pages/pagefind")"
