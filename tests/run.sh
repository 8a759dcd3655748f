#!/usr/bin/env bash
# Every check of the project, from any folder, on a fresh machine: formatting, lints, tests,
# documentation, a release build of the example catalogue, and browser tests on it.
#
# Installs what is missing on Debian and its kin (as root or with sudo): Chromium with a font,
# Java for the Nu HTML checker, Node, poppler and qpdf to read PDF back. Elsewhere it says what is wanted. Nothing downloads a
# browser of its own; CHROMIUM names another one.
#
#   tests/run.sh            everything
#   tests/run.sh rust       formatting, lints, tests, documentation
#   tests/run.sh press      lints and tests of the press PDF (feature `brochure`)
#   tests/run.sh browser    release build and browser tests
#   tests/run.sh large      quality of the search at 100,000 products; no part of everything
#   tests/run.sh cache      the cache that machines share (feature `remote-cache`), against a server on this machine
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly AS_OF=2026-11-23
readonly BASE_URL=https://vi-du.vn/
readonly PART=${1:-all}
readonly BROWSER=tests/browser

# Scripts of packages are not run, and no package fetches a browser.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 PUPPETEER_SKIP_DOWNLOAD=1
# Settings of the person at the keyboard do not change what is tested.
unset SOURCE_DATE_EPOCH DACSAN_LANG NO_COLOR

step() { printf '\n== %s (%d s)\n' "$1" "$SECONDS"; }
fail() { printf 'tests/run.sh: %s\n' "$1" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

listed=no
install() {
  has apt-get || fail "please install: $*"
  if [ "$(id -u)" -ne 0 ]; then has sudo || fail "please install as root: $*"; fi
  local quiet=(-qq -o DPkg::Lock::Timeout=600)
  if [ "$listed" = no ]; then as_root apt-get "${quiet[@]}" update; listed=yes; fi
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get "${quiet[@]}" install -y --no-install-recommends "$@" >/dev/null
}

browser() {
  [ -n "${CHROMIUM:-}" ] || has chromium || has chromium-browser || has google-chrome ||
    has google-chrome-stable
}

demand_rust() {
  has cargo || fail "Rust is wanted: https://rustup.rs (the version stands in rust-toolchain.toml)"
  if has rustup; then rustup component add rustfmt clippy 2>/dev/null || true; fi
}

demand_browser() {
  browser || { step "Chromium"; install chromium fonts-liberation; }
  has java || { step "Java"; install default-jre-headless; }
  has npm || { step "Node"; install nodejs npm; }
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || fail "Node 20 or later is wanted, found $(node --version)"
  # Installed anew only when the list of packages has changed.
  local lock=$BROWSER/package-lock.json mark=$BROWSER/node_modules/.installed-from
  if ! cmp -s "$lock" "$mark"; then
    step "packages of the browser tests"
    npm ci --prefix "$BROWSER" --ignore-scripts --no-audit --no-fund --loglevel=error
    cp "$lock" "$mark"
  fi
}

check_rust() {
  step "formatting"
  cargo fmt --all --check
  step "lints"
  cargo clippy --quiet --all-targets -- -D warnings
  step "lints without what can be left out"
  cargo clippy --quiet --no-default-features --lib --bins -- -D warnings
  step "tests"
  cargo test --quiet
  step "documentation"
  RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps
}

demand_press() {
  has pdftotext && has pdftoppm || { step "poppler"; install poppler-utils; }
  has qpdf || { step "qpdf"; install qpdf; }
}

# The typesetter is dear to compile, so only what it touches is looked at once more.
check_press() {
  step "lints of the press PDF"
  cargo clippy --quiet --features brochure --all-targets -- -D warnings
  step "tests of the press PDF"
  cargo test --quiet --features brochure --lib brochure
  cargo test --quiet --features brochure --test brochure
}

# Moto answers as Amazon S3 does; it comes in a folder of its own.
demand_cache() {
  has npm || { step "Node"; install nodejs npm; }
  moto=target/moto/bin/moto_server
  [ ! -x "$moto" ] || return 0
  step "a server for the shared cache"
  python3 -c 'import ensurepip' 2>/dev/null || install python3-venv
  python3 -m venv target/moto
  target/moto/bin/pip install --quiet --disable-pip-version-check 'moto[server]==5.2.5'
}

check_cache() {
  step "lints of the shared cache"
  cargo clippy --quiet --features remote-cache --lib -- -D warnings
  step "the shared cache"
  cargo build --quiet --features remote-cache
  DACSAN_BIN=${CARGO_TARGET_DIR:-target}/debug/dacsan MOTO=$PWD/$moto timeout 1200 \
    node --test --test-reporter=spec tests/cache/shared.test.mjs
}

check_browser() {
  step "release build"
  # In one go, or the example would have everything compiled once more with its own features.
  cargo build --quiet --release --bin dacsan --example search_index
  local binary=${CARGO_TARGET_DIR:-target}/release/dacsan
  case $binary in /*) ;; *) binary=$PWD/$binary ;; esac
  site=$(mktemp -d)
  trap 'rm -rf "$site"' EXIT
  step "the example catalogue"
  "$binary" build --out "$site/public" --as-of "$AS_OF" --base-url "$BASE_URL"
  step "search"
  local made=$site/made-up.jsonl
  node tests/search/support/catalogue.mjs 20000 2026 "$made"
  "$(dirname "$binary")/examples/search_index" "$made" "$site/made-up"
  # The client as the theme has it, and in few bytes as it was published.
  local client
  for client in themes/ocop/static/search.js "$site"/public/static/search-????????.js; do
    DACSAN_CLIENT=$client DACSAN_INDEX=$site/public/tim/du-lieu node --test tests/search/
  done
  DACSAN_CLIENT=$client node tests/search/quality.mjs --example "$site/public/tim/du-lieu" \
    --made-up "$site/made-up/tim/du-lieu" "$made" --seed 31337
  step "browser tests"
  DACSAN_BIN=$binary DACSAN_OUT=$site/public npm --prefix "$BROWSER" test --silent
}

check_large() {
  step "search at 100,000 products"
  cargo build --quiet --release --bin dacsan --example search_index
  site=$(mktemp -d)
  trap 'rm -rf "$site"' EXIT
  local made=$site/made-up.jsonl
  node tests/search/support/catalogue.mjs 100000 2026 "$made"
  "${CARGO_TARGET_DIR:-target}/release/examples/search_index" "$made" "$site/made-up"
  node tests/search/quality.mjs --made-up "$site/made-up/tim/du-lieu" "$made" --seed 31337
}

case $PART in
  all | rust | press | browser | cache | large) ;;
  *) fail "unknown part \`$PART\`: rust, press, browser, cache, large, or nothing for all" ;;
esac
demand_rust
wants() { [ "$PART" = all ] || [ "$PART" = "$1" ]; }
if wants browser; then demand_browser; fi
if wants press; then demand_press; fi
if [ "$PART" = large ]; then check_large; fi
if wants cache; then demand_cache; fi
if wants rust; then check_rust; fi
if wants press; then check_press; fi
if wants cache; then check_cache; fi
if wants browser; then check_browser; fi
printf '\nAll passed (%s) in %d min %d s.\n' "$PART" $((SECONDS / 60)) $((SECONDS % 60))
