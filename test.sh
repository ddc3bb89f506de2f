#!/usr/bin/env bash
# Builds everything and runs every test. Installs what the tests need where it can (as root, through apt); tests whose
# needs can't be met are skipped and say why. The last line counts: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

install_missing() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
  command -v redis-server >/dev/null || missing+=(redis-server)
  fc-list :lang=zh 2>/dev/null | grep -q . || missing+=(fontconfig fonts-noto-cjk)
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing ${missing[*]}"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  else
    echo "Not installed, and not to be installed without root: ${missing[*]}. Their tests are skipped."
  fi
}

# The first port from this one on that nobody listens on.
free_port() {
  local port=$1
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  echo "$port"
}

# A database server for the length of the tests, in a folder of its own; PostgreSQL refuses to run as root.
start_postgres() {
  local initdb; initdb=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)
  [ -n "$initdb" ] || return 0
  pg_bin=$(dirname "$initdb")
  cluster=$(mktemp -d)
  as_postgres=()
  if [ "$(id -u)" = 0 ]; then chown postgres "$cluster"; as_postgres=(runuser -u postgres --); fi
  local port; port=$(free_port 55439)
  if "${as_postgres[@]}" "$pg_bin/initdb" -D "$cluster/data" -A trust -U postgres -E UTF8 --locale=C.UTF-8 >/dev/null \
    && "${as_postgres[@]}" "$pg_bin/pg_ctl" -w -D "$cluster/data" -l "$cluster/log" -o "-p $port -k $cluster -c fsync=off -c listen_addresses=127.0.0.1" start >/dev/null; then
    export COMMUNITYLMS_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres"
    stop_postgres() { "${as_postgres[@]}" "$pg_bin/pg_ctl" -D "$cluster/data" -m immediate stop >/dev/null; rm -rf "$cluster"; }
  else
    echo "PostgreSQL could not be started; its tests are skipped."
  fi
}

# A Redis for the length of the tests, which keeps nothing.
start_redis() {
  command -v redis-server >/dev/null || return 0
  local port; port=$(free_port 56379)
  redis-server --port "$port" --bind 127.0.0.1 --save '' --appendonly no --dir "${TMPDIR:-/tmp}" >/dev/null &
  redis_pid=$!
  for _ in {1..50}; do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then export COMMUNITYLMS_TEST_REDIS="127.0.0.1:$port"; return; fi
    sleep 0.1
  done
  echo "Redis could not be started; its tests are skipped."
}

stop_postgres() { :; }
redis_pid=
trap 'stop_postgres; [ -z "$redis_pid" ] || kill "$redis_pid" 2>/dev/null' EXIT

install_missing
start_postgres
start_redis

# One compiler for all projects takes half the time. It is this run's own: one that serves several checkouts mixes up their Razor
# pages, and should that happen all the same, each project is compiled by itself.
build() { dotnet build CommunityLms.slnx -v minimal --nologo; }
UseSharedCompilation=true SharedCompilationId=test-$$ build || UseSharedCompilation=false build || { echo "The build failed."; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

passed=0 failed=0 skipped=0
log=$(mktemp) said=$(mktemp)
for project in tests/CommunityLms.*.Tests/; do
  name=$(basename "$project")
  echo "== $name"
  # Nothing here takes minutes; what hangs must not hold up the rest.
  timeout 15m dotnet run --project "$project" --no-build -- "$@" 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  # What failed, with the reasons, is said again at the end: between the hosts' own words nobody finds it.
  sed 's/\x1b\[[0-9;]*m//g' "$log" | awk -v name="$name" '/\[FAIL\]$/ { print name ":"; left = 30 } left > 0 { print; left-- }' >>"$said"
  read -r total errors failures skips < <(sed -nE 's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3 \4/p' "$log" | tail -n 1) || true
  if [ -z "${total:-}" ]; then failed=$((failed + 1)); echo "$name did not finish (exit code $status)."; continue; fi
  failed=$((failed + errors + failures)); skipped=$((skipped + skips)); passed=$((passed + total - failures - skips))
  if [ "$status" -ne 0 ] && [ $((errors + failures)) -eq 0 ]; then failed=$((failed + 1)); echo "$name ended with exit code $status."; fi
  total=
done
if [ -s "$said" ]; then echo "== What failed"; cat "$said"; fi
rm -f "$log" "$said"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
