#!/usr/bin/env bash
# Our photos beside those of sharp and libvips: the same files, the same sizes, quality measured.
#
#   benches/photos/run.sh              photographs of a Debian package, and illustrations of the example
#   benches/photos/run.sh FILE...      other files
#
# Wants cargo, npm, and on Debian apt-get (installs libvips-tools; fetches mate-backgrounds without installing it).
# Prints three tables in Markdown; everything else goes to target/bench-photos. The process alone counts, in CPU time
# (user and system), so other work on the machine disturbs little; sharp and libvips work with one thread, as a
# worker of ours does. Times are the median of RUNS runs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly WORK=$PWD/target/bench-photos RUNS=${RUNS:-5}
mkdir -p "$WORK"
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}

if ! command -v vipsthumbnail >/dev/null; then
  apt-get install -qq -y --no-install-recommends libvips-tools >/dev/null
fi
[ -d "$WORK/node_modules/sharp" ] || npm install --silent --no-audit --no-fund --prefix "$WORK" sharp@0.35.5
cargo build --quiet --release --example develop
cargo build --quiet --release --manifest-path benches/photos/score/Cargo.toml

photographs() {
  if [ ! -d "$WORK/mate" ]; then
    (cd "$WORK" && apt-get download -qq mate-backgrounds && dpkg -x mate-backgrounds_*.deb mate)
  fi
  find "$WORK/mate" -path '*nature*' -name '*.jpg' | sort
}

files=("$@")
if [ ${#files[@]} -eq 0 ]; then
  mapfile -t files < <(photographs)
  mapfile -t -O ${#files[@]} files < <(find content/products -name '*.jpg' | sort | awk 'NR % 9 == 1' | head -8)
fi
SHARP=$WORK/node_modules/sharp/dist/index.cjs RUNS=$RUNS WORK=$WORK \
  DEVELOP=$CARGO_TARGET_DIR/release/examples/develop SCORE=$CARGO_TARGET_DIR/release/photo-score \
  node benches/photos/compare.mjs "${files[@]}"
