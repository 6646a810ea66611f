# shellcheck shell=bash
# The benchmark: an instance of its own, one row after the other, each figure several times. Sourced by ./sylion bench.
# How to read the figures: docs/benchmarks.md. The providers run in a process of their own (SandboxServer), so that the
# server's memory and latency are the server's; load generator, providers and database share the machine with it.

BENCH_ROWS=(startup memory page ingest latency replies kill)
BENCH_RESULTS=$HOME_DIR/results
BENCH_FIGURES=$HOME_DIR/run/figures.tsv
BENCH_SANDBOX_PORT=$((HTTP_PORT + 10))
BENCH_SANDBOX_URL=http://127.0.0.1:$BENCH_SANDBOX_PORT/sandbox
BENCH_SANDBOX_PID=
BENCH_QUICK=false

bench_environment() {
  export SYLION_SANDBOX=false SYLION_DEMO=true SYLION_DEMO_PROVIDER_URL=$BENCH_SANDBOX_URL
}

bench_usage() {
  cat <<'TEXT'
Usage: ./sylion bench [--quick] [row ...]

  startup   first start with empty data, then later starts, until the health page says ready
  memory    resident memory of the server after it has settled
  page      the sign-in page, right after the start and later
  ingest    webhooks accepted at 64 connections, answers switched off
  latency   customer's message to reply at the provider, at a calm pace
  replies   replies in a row, as many as go
  kill      kill -9 in the middle of 500 messages, start again, compare

Without a row: all of them. --quick: one run of each, fewer messages.
TEXT
}

bench() {
  local rows=() row
  for row in "$@"; do
    case $row in
      --quick) BENCH_QUICK=true ;;
      -h | --help | help) bench_usage && return ;;
      *)
        [[ " ${BENCH_ROWS[*]} " == *" $row "* ]] || { bench_usage >&2 && fail "Unknown row: $row"; }
        rows+=("$row")
        ;;
    esac
  done
  [[ ${#rows[@]} != 0 ]] || rows=("${BENCH_ROWS[@]}")
  lock_instance
  use_jdk
  use_libaio
  build
  trap bench_end EXIT
  trap 'exit 130' INT TERM
  mkdir -p "$BENCH_RESULTS"
  : >"$BENCH_FIGURES"
  bench_calm
  (reset) >/dev/null
  use_environment
  for row in "${rows[@]}"; do
    step "Row $row"
    "bench_$row"
  done
  bench_end >/dev/null
  bench_report
}

bench_end() {
  trap - EXIT INT TERM
  [[ -z $BENCH_SANDBOX_PID ]] || kill "$BENCH_SANDBOX_PID" 2>/dev/null || true
  BENCH_SANDBOX_PID=
  (stop) || true
}

bench_calm() {
  local load
  load=$(cut -d ' ' -f 1 /proc/loadavg)
  if awk -v load="$load" 'BEGIN { exit !(load > 0.7) }'; then
    step "The machine is busy (load $load): the figures will be worse than it can do"
  fi
}

# runs <usual> <quick>
bench_runs() { if [[ $BENCH_QUICK == true ]]; then echo "$2"; else echo "$1"; fi; }

# figure <row> <figure> <unit> <reach, or -> <value>
figure() {
  printf '%s\t%s\t%s\t%s\t%s\n' "$@" >>"$BENCH_FIGURES"
  printf '    %s: %s %s\n' "$2" "$5" "$3"
}

bench_now() { echo $((${EPOCHREALTIME/[.,]/} / 1000)); }
seconds_since() { awk -v from="$1" -v to="$(bench_now)" 'BEGIN { printf "%.1f", (to - from) / 1000 }'; }

# ---- what has to run ----

bench_server() {
  db_start >/dev/null
  server_start >/dev/null
}

bench_sandbox() {
  [[ -z $BENCH_SANDBOX_PID ]] || return 0
  free_port "$BENCH_SANDBOX_PORT" "the providers of the benchmark"
  bench_command io.sylion.sandbox.SandboxServer --port "$BENCH_SANDBOX_PORT" --application-url "$SYLION_BASE_URL"
  "${COMMAND[@]}" >"$LOG_DIR/sandbox.log" 2>&1 </dev/null 9>&- &
  BENCH_SANDBOX_PID=$!
  for _ in {1..100}; do
    [[ $(http_code "$BENCH_SANDBOX_PORT" /sandbox/api/knobs) == 200 ]] && return
    kill -0 "$BENCH_SANDBOX_PID" 2>/dev/null || break
    sleep 0.2
  done
  fail "The providers of the benchmark did not start. Their log: $LOG_DIR/sandbox.log"
}

# bench_command <class>: fills COMMAND; whoever runs it in the background needs Java's process id, not that of a shell around it
bench_command() {
  local newer=()
  if ((JDK_VERSION >= 24)); then newer=(--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED); fi
  COMMAND=("$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC "${newer[@]}" -cp "$ROOT/sandbox/target/classes:$ROOT/sandbox/target/sandbox-lib/*" "$@")
}

# automatic <true|false>: whether assistants answer; takes effect with a start of the server
bench_automatic() {
  local now
  bench_server
  now=$(db_psql -tA -c "SELECT coalesce(bool_and(active), true) FROM control_switch WHERE channel_id IS NULL")
  [[ $now != "$([[ $1 == true ]] && echo t || echo f)" ]] || return 0
  db_psql -c "DELETE FROM control_switch"
  [[ $1 == true ]] || db_psql -c "INSERT INTO control_switch (id, tenant_id, created_at, active, changed_at, changed_by)
    SELECT gen_random_uuid(), id, now(), false, now(), 'benchmark' FROM tenant_tenant"
  server_stop >/dev/null
  bench_server
}

# user and system seconds that server and database have used so far
bench_cpu() {
  local database pids
  pids=$(server_pid)
  if database=$(db_pid); then pids+=" $database $(ps -o pid= --ppid "$database" | tr '\n' ' ')"; fi
  for pid in $pids; do
    # the database's processes that ended are in their parent's sum
    awk -v parent="$([[ $pid == "${database:-}" ]] && echo 1 || echo 0)" '{ sub(/^.*\) /, ""); n = $12 + $13; if (parent) n += $14 + $15; print n }' "/proc/$pid/stat" 2>/dev/null || true
  done | awk -v ticks="$(getconf CLK_TCK)" '{ n += $1 } END { printf "%.2f", n / ticks }'
}

# waits until the database has taken in what the queue holds
bench_drained() {
  local before=-1 now
  while now=$(db_psql -tA -c "SELECT count(*) FROM channel_inbound_event") && [[ $now != "$before" ]]; do
    before=$now
    sleep 2
  done
}

# json <file> <name>
json_value() { sed -n "s/^ *\"$2\" *: *\"\\{0,1\\}\\([^\",]*\\)\"\\{0,1\\},\\{0,1\\}\$/\\1/p" "$1" | head -n 1; }

# load <class> <json> <flags...>
bench_load() {
  local class=$1 json=$2
  shift 2
  rm -f "$json"
  bench_command "io.sylion.sandbox.load.$class" --base-url "$SYLION_BASE_URL" --json "$json" "$@"
  "${COMMAND[@]}" >>"$LOG_DIR/load.log" 2>&1 </dev/null || true
  [[ -f $json ]] || {
    tail -n 5 "$LOG_DIR/load.log" >&2
    fail "The load generator did not finish. Its log: $LOG_DIR/load.log"
  }
}

# ---- rows ----

bench_startup() {
  local from run
  for ((run = 0; run < $(bench_runs 3 1); run++)); do
    (reset) >/dev/null
    use_environment
    db_start >/dev/null
    from=$(bench_now)
    server_start >/dev/null
    figure startup "first start, empty data" s - "$(seconds_since "$from")"
  done
  for ((run = 0; run < $(bench_runs 3 1); run++)); do
    (stop) >/dev/null
    from=$(bench_now)
    db_start >/dev/null
    server_start >/dev/null
    figure startup "second start, with the database" s "< 30" "$(seconds_since "$from")"
  done
}

bench_memory() {
  local run pid
  for ((run = 0; run < $(bench_runs 3 1); run++)); do
    server_stop >/dev/null
    bench_server
    sleep "$(bench_runs 60 20)"
    pid=$(server_pid)
    figure memory "server, resident, idle" MB "< 700" "$(server_memory)"
    figure memory "of it private (without shared files)" MB - "$(awk '/^RssAnon/ { print int($2 / 1024) }' "/proc/$pid/status")"
    figure memory "database, proportional" MB - "$(for p in $(db_pid) $(ps -o pid= --ppid "$(db_pid)"); do awk '/^Pss:/ { print $2 }' "/proc/$p/smaps_rollup" 2>/dev/null || true; done | awk '{ n += $1 } END { print int(n / 1024) }')"
  done
}

# page_millis <path>: the whole answer, redirections followed
page_millis() {
  local path=$1 from to answer=$HOME_DIR/run/page location
  from=${EPOCHREALTIME/[.,]/}
  for _ in 1 2 3; do
    exec 3<>"/dev/tcp/127.0.0.1/$HTTP_PORT"
    printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\nAccept: text/html\r\nAccept-Language: fr\r\n\r\n' "$path" "$HTTP_PORT" >&3
    cat <&3 >"$answer"
    exec 3<&- 3>&-
    location=$(sed -n 's/^[Ll]ocation: *\([^\r]*\)\r*$/\1/p;/^\r*$/q' "$answer")
    [[ -n $location ]] || break
    path=${location#http://*/}
    [[ $path == "$location" ]] || path=/$path
  done
  to=${EPOCHREALTIME/[.,]/}
  head -n 1 "$answer" | grep -q ' 200' || fail "The first page answered: $(head -n 1 "$answer")"
  awk -v n=$((to - from)) 'BEGIN { printf "%.1f", n / 1000 }'
}

bench_page() {
  local run
  for ((run = 0; run < $(bench_runs 3 1); run++)); do
    server_stop >/dev/null
    bench_server
    figure page "sign-in page, first request" ms - "$(page_millis /)"
    for _ in {1..20}; do page_millis /; echo; done | sort -n | sed -n 10p >"$HOME_DIR/run/median"
    figure page "sign-in page, median of 20" ms "< 300" "$(cat "$HOME_DIR/run/median")"
  done
}

bench_ingest() {
  local run json=$HOME_DIR/run/load.json messages cpu from
  messages=$(bench_runs 20000 5000)
  bench_automatic false
  bench_load LoadGenerator "$json" --messages "$((messages / 2))" --customers 1000
  bench_drained
  for ((run = 0; run < $(bench_runs 3 1); run++)); do
    cpu=$(bench_cpu) from=$(bench_now)
    bench_load LoadGenerator "$json" --messages "$messages" --customers 2000
    figure ingest "accepted webhooks, 64 connections" /s - "$(json_value "$json" acknowledged_per_second)"
    figure ingest "acknowledgement p50" ms "< 20" "$(json_value "$json" ack_p50_ms)"
    figure ingest "acknowledgement p99" ms "< 250" "$(json_value "$json" ack_p99_ms)"
    bench_stored "$json" "$from"
    figure ingest "CPU of server and database, 1,000 messages" s - "$(awk -v a="$cpu" -v b="$(bench_cpu)" -v n="$messages" 'BEGIN { printf "%.2f", (b - a) * 1000 / n }')"
  done
}

# stored <json> <begin>: how fast what was accepted stood in the database, each message once
bench_stored() {
  local prefix accepted stored=0 waited=0
  prefix=$(json_value "$1" id_prefix) accepted=$(json_value "$1" messages)
  while stored=$(db_psql -tA -c "SELECT count(*) FROM channel_inbound_event WHERE key LIKE '$prefix%'") && ((stored < ${accepted%.*})); do
    ((waited++ < 1200)) || break
    sleep 0.5
  done
  figure ingest "stored messages" /s - "$(awk -v n="$stored" -v from="$2" -v to="$(bench_now)" 'BEGIN { printf "%.0f", n * 1000 / (to - from) }')"
  figure ingest "accepted and not stored" messages 0 "$((${accepted%.*} - stored))"
}

bench_latency() {
  local run json=$HOME_DIR/run/load.json messages
  messages=$(bench_runs 100 40)
  bench_sandbox
  bench_automatic true
  bench_load LoadGenerator "$json" --messages 100 --customers 100 --rate 10 --ledger-url "$BENCH_SANDBOX_URL"
  for ((run = 0; run < $(bench_runs 3 1); run++)); do
    bench_load LoadGenerator "$json" --messages "$messages" --customers "$messages" --rate 5 --ledger-url "$BENCH_SANDBOX_URL"
    figure latency "message to reply, median (1,500 ms of it waiting for more)" ms "< 3000" "$(json_value "$json" reply_p50_ms)"
    figure latency "message to reply, p95" ms - "$(json_value "$json" reply_p95_ms)"
    figure latency "messages without a reply" messages 0 "$(json_value "$json" lost)"
  done
}

bench_replies() {
  local run json=$HOME_DIR/run/load.json messages cpu
  messages=$(bench_runs 1000 300)
  bench_sandbox
  bench_automatic true
  bench_load LoadGenerator "$json" --messages 200 --customers 200 --ledger-url "$BENCH_SANDBOX_URL"
  for ((run = 0; run < $(bench_runs 3 1); run++)); do
    cpu=$(bench_cpu)
    bench_load LoadGenerator "$json" --messages "$messages" --customers "$messages" --ledger-url "$BENCH_SANDBOX_URL" --wait 60
    figure replies "replies, from the first message to the last reply" /s - "$(json_value "$json" replies_per_second)"
    figure replies "CPU of server and database, 1,000 messages" s - "$(awk -v a="$cpu" -v b="$(bench_cpu)" -v n="$messages" 'BEGIN { printf "%.2f", (b - a) * 1000 / n }')"
    figure replies "messages without a reply" messages 0 "$(json_value "$json" lost)"
    figure replies "replies sent twice" messages 0 "$(json_value "$json" doubled)"
  done
}

bench_kill() {
  local run json=$HOME_DIR/run/load.json
  bench_sandbox
  bench_automatic true
  for ((run = 0; run < $(bench_runs 3 1); run++)); do
    bench_load KillTest "$json" --messages 500 --ledger-url "$BENCH_SANDBOX_URL" \
      --kill-command "'$ROOT/sylion' server kill" --start-command "'$ROOT/sylion' server start" \
      --in-doubt-command "'$ROOT/sylion' db psql -tA -c \"$(bench_doubted)\""
    figure kill "acknowledged and never answered" messages 0 "$(awk -v a="$(json_value "$json" lost)" -v b="$(json_value "$json" in_doubt)" 'BEGIN { print a - b }')"
    figure kill "answered twice" messages 0 "$(json_value "$json" doubled)"
    figure kill "delivery unknown, shown to staff" messages - "$(json_value "$json" in_doubt)"
    figure kill "longest message to reply, restart included" ms - "$(json_value "$json" reply_max_ms)"
  done
}

# provider ids of customers' messages whose reply was under way when the server died: shown as "delivery unknown"
bench_doubted() {
  cat <<'SQL'
SELECT inbound.provider_message_id FROM conversation_message reply
  JOIN conversation_message inbound ON inbound.id = reply.answers_id
 WHERE reply.state IN ('SENDING', 'UNKNOWN')
SQL
}

# ---- report ----

bench_machine() {
  local model disk
  model=$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1)
  disk=$(df -P "$ROOT" | awk 'NR == 2 { print $1 }')
  printf 'processor\t%s, %s cores\n' "${model:-$(uname -m)}" "$(nproc)"
  printf 'memory\t%s MB\n' "$(awk '/^MemTotal/ { print int($2 / 1024) }' /proc/meminfo)"
  printf 'disk\t%s, %s\n' "$disk" "$(df -PT "$ROOT" | awk 'NR == 2 { print $2 }')"
  printf 'system\t%s, kernel %s\n' "$(. /etc/os-release 2>/dev/null && echo "${PRETTY_NAME:-}")" "$(uname -r)"
  printf 'java\t%s\n' "$("$JAVA_HOME/bin/java" -version 2>&1 | sed -n 3p)"
  printf 'database\tPostgreSQL %s\n' "$("$(postgres_bin)/postgres" --version | sed 's/.*) //;s/ (.*//')"
  printf 'load\t%s at the begin\n' "$BENCH_LOAD"
  printf 'version\t%s\n' "$(git -C "$ROOT" rev-parse --short HEAD 2>/dev/null || echo unknown)"
}
BENCH_LOAD=$(cut -d ' ' -f 1-3 /proc/loadavg)

# medians with smallest and largest, beside those of the last stored run; a table on the screen, a file for later
bench_report() {
  local last file
  last=$(ls "$BENCH_RESULTS"/*.json 2>/dev/null | tail -n 1) || true
  file=$BENCH_RESULTS/$(date -u +%Y%m%dT%H%M%SZ).json
  bench_machine >"$HOME_DIR/run/machine.tsv"
  echo
  awk -F '\t' '{ printf "%-10s %s\n", $1, $2 }' "$HOME_DIR/run/machine.tsv"
  echo
  awk -f "$ROOT/docker/bench/report.awk" -v json="$file" -v quick="$BENCH_QUICK" -v machine="$HOME_DIR/run/machine.tsv" -v last="${last:-/dev/null}" "$BENCH_FIGURES"
  echo
  step "Stored: ${file#"$ROOT"/}${last:+ (compared with ${last##*/})}"
}
