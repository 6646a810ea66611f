# shellcheck shell=bash
# The benchmark: an instance of its own, one row after the other, each figure several times. Sourced by ./sylion bench.
# How to read the figures: docs/benchmarks.md. The providers run in a process of their own (SandboxServer), so that the
# server's memory and latency are the server's; load generator, providers and database share the machine with it.

BENCH_ROWS=(startup memory page ingest end-to-end latency order kill browsers million knowledge)
BENCH_RESULTS=$HOME_DIR/results
BENCH_FIGURES=$HOME_DIR/run/figures.tsv
BENCH_SANDBOX_PORT=$((HTTP_PORT + 10))
BENCH_SANDBOX_URL=http://127.0.0.1:$BENCH_SANDBOX_PORT/sandbox
BENCH_SANDBOX_PID=
BENCH_QUICK=false
BENCH_PROFILE=false
BENCH_KEEP=false
BENCH_RUNS=
BENCH_MESSAGES=
BENCH_KNOWLEDGE=

# shellcheck source=docker/bench/prepare.sh
. "$ROOT/docker/bench/prepare.sh"

# the tenants of the rows with load
BENCH_TENANTS=50
BENCH_FIRST_PHONE_ID=100000000000001
BENCH_SECRET=bench-secret

bench_environment() {
  export SYLION_SANDBOX=false SYLION_DEMO=true SYLION_DEMO_PROVIDER_URL=$BENCH_SANDBOX_URL
}

bench_usage() {
  cat <<'TEXT'
Usage: ./sylion bench [--quick] [--profile] [--keep] [--runs N] [--messages N] [row ...]
       ./sylion bench prepare ...   tenants for a load run in this instance; --help says more
       ./sylion bench data          a million messages in this instance
       ./sylion bench load ...      the load generator alone; --help says more
       ./sylion bench stand-ins     the providers and models alone

  startup     first start with empty data, then later starts, until the health page says ready
  memory      resident memory of the server after it has settled
  page        the sign-in page, right after the start and later
  ingest      webhooks accepted at 64 connections, answers switched off
  end-to-end  20,000 messages of 2,000 customers and 50 tenants, a model that answers at once
  latency     50 messages a second, a model that takes 800 ms
  order       ten messages of one customer, each after the one before was acknowledged
  kill        kill -9 in the middle of 500 messages, start again, compare
  browsers    memory with 20 signed-in browsers that do nothing
  million     pages of a tenant among a million messages
  knowledge   indexing, and questions to 100,000 passages; with --knowledge also how many are answered right

Without a row: all of them.

  --quick       one run of each, fewer messages
  --runs N      so many runs of each
  --messages N  so many messages in the rows with load
  --knowledge FOLDER
                questions whose answer is known: documents.jsonl and queries-dev.jsonl
  --profile     a recording of the server (JFR) in each row with load, its hottest methods on the screen
  --keep        for tuning: begin with the data and the tenants of the last time, leave server and database running
TEXT
}

bench() {
  case ${1:-} in
    prepare | data | load | stand-ins)
      use_jdk
      "bench_${1//-/_}" "${@:2}"
      return
      ;;
  esac
  bench_environment
  bench_rows "$@"
}

bench_rows() {
  local rows=() row
  while [[ $# != 0 ]]; do
    row=$1
    shift
    case $row in
      --quick) BENCH_QUICK=true ;;
      --profile) BENCH_PROFILE=true ;;
      --keep) BENCH_KEEP=true ;;
      --runs) BENCH_RUNS=${1:-} && shift ;;
      --messages) BENCH_MESSAGES=${1:-} && shift ;;
      --knowledge) BENCH_KNOWLEDGE=$(realpath "${1:-}") && shift ;;
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
  trap bench_broken EXIT
  trap 'exit 130' INT TERM
  mkdir -p "$BENCH_RESULTS"
  : >"$BENCH_FIGURES"
  bench_calm
  if [[ $BENCH_KEEP == true ]]; then
    [[ $(server_build) == "$(build_id)" ]] || server_stop >/dev/null
  else
    (reset) >/dev/null
    use_environment
  fi
  # in one order, whatever was asked for: rows with load come after those that measure a fresh server
  for row in "${BENCH_ROWS[@]}"; do
    [[ " ${rows[*]} " == *" $row "* ]] || continue
    step "Row $row"
    "bench_row_${row//-/_}"
  done
  bench_end >/dev/null
  bench_report
}

bench_end() {
  trap - EXIT INT TERM
  [[ -z $BENCH_SANDBOX_PID ]] || kill "$BENCH_SANDBOX_PID" 2>/dev/null || true
  BENCH_SANDBOX_PID=
  [[ $BENCH_KEEP == true ]] || (stop) || true
}

# what was measured before a row failed is worth its time
bench_broken() {
  bench_end
  [[ ! -s $BENCH_FIGURES ]] || bench_report
}

bench_calm() {
  local load
  load=$(cut -d ' ' -f 1 /proc/loadavg)
  if awk -v load="$load" 'BEGIN { exit !(load > 0.7) }'; then
    step "The machine is busy (load $load): the figures will be worse than it can do"
  fi
}

# quick_or <usual> <quick>
quick_or() { if [[ $BENCH_QUICK == true ]]; then echo "$2"; else echo "$1"; fi; }
bench_runs() { echo "${BENCH_RUNS:-$(quick_or 3 1)}"; }
bench_messages() { echo "${BENCH_MESSAGES:-$(quick_or "$@")}"; }

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

# prepared: tenants whose replies and models are the stand-ins', once for all rows that need them
bench_prepared() {
  bench_sandbox
  [[ -z ${SYLION_DEMO_LOAD_TENANTS:-} ]] || return 0
  bench_prepare --tenants "$BENCH_TENANTS" --first-phone-id "$BENCH_FIRST_PHONE_ID" --secret "$BENCH_SECRET" \
    --provider-url "$BENCH_SANDBOX_URL/graph/v26.0" --model-url "$BENCH_SANDBOX_URL/openai/v1" >/dev/null
}

# cpu_of <process>: its user and system seconds so far
bench_cpu_of() { awk -v ticks="$(getconf CLK_TCK)" '{ sub(/^.*\) /, ""); printf "%.2f", ($12 + $13) / ticks }' "/proc/$1/stat"; }

# proportional memory of all processes of the database, in MB
db_memory() {
  local pid main
  main=$(db_pid)
  for pid in $main $(ps -o pid= --ppid "$main"); do
    awk '/^Pss:/ { print $2 }' "/proc/$pid/smaps_rollup" 2>/dev/null || true
  done | awk '{ n += $1 } END { print int(n / 1024) }'
}

# the most that server and database hold while a load runs: looked at every four seconds, because looking costs time too
memory_watch_begin() {
  : >"$HOME_DIR/run/memory"
  while sleep 4; do
    server=$(server_memory) || break
    echo "$((server + $(db_memory))) $server"
  done >>"$HOME_DIR/run/memory" 9>&- &
  MEMORY_WATCH_PID=$!
}
memory_watch_end() {
  local server
  kill "$MEMORY_WATCH_PID" 2>/dev/null || true
  wait "$MEMORY_WATCH_PID" 2>/dev/null || true
  server=$(server_memory)
  echo "$((server + $(db_memory))) $server" >>"$HOME_DIR/run/memory"
  sort -n "$HOME_DIR/run/memory" | tail -n 1
}

# ---- profiles ----

bench_profile_begin() {
  [[ $BENCH_PROFILE == true ]] || return 0
  BENCH_RECORDING=$BENCH_RESULTS/$(date -u +%Y%m%dT%H%M%SZ)-$1.jfr
  "$JAVA_HOME/bin/jcmd" "$(server_pid)" JFR.start name=bench settings=profile filename="$BENCH_RECORDING" >>"$LOG_DIR/load.log"
}

bench_profile_end() {
  [[ $BENCH_PROFILE == true ]] || return 0
  "$JAVA_HOME/bin/jcmd" "$(server_pid)" JFR.stop name=bench >>"$LOG_DIR/load.log"
  bench_profile_show "$BENCH_RECORDING"
}

# profile_show <recording>: where the server spent its time
bench_profile_show() {
  local view
  if ! "$JAVA_HOME/bin/jfr" help view >/dev/null 2>&1; then
    "$JAVA_HOME/bin/jfr" summary "$1" | sed 's/^/    /'
    step "Recording: ${1#"$ROOT"/}   (a JDK of version 25 says more)"
    return
  fi
  for view in hot-methods native-methods allocation-by-class gc-pauses contention-by-site thread-cpu-load; do
    # not by head: it would end early and make the writer fail
    "$JAVA_HOME/bin/jfr" view --width 150 --truncate beginning "$view" "$1" | awk 'NF && ++n <= 28 { print "    " $0 }' || true
  done
  step "Recording: ${1#"$ROOT"/}   (jfr view --help lists what else it tells)"
}

# user and system seconds that server and database have used so far, and of them the database
bench_cpu() {
  local pid main database=0
  if main=$(db_pid); then
    # those of its processes that ended are in their parent's sum
    database=$(for pid in $main $(ps -o pid= --ppid "$main"); do
      awk -v parent="$((pid == main))" '{ sub(/^.*\) /, ""); print $12 + $13 + (parent ? $14 + $15 : 0) }' "/proc/$pid/stat" 2>/dev/null || true
    done | awk -v ticks="$(getconf CLK_TCK)" '{ n += $1 } END { printf "%.2f", n / ticks }')
  fi
  awk -v server="$(bench_cpu_of "$(server_pid)")" -v database="$database" 'BEGIN { printf "%.2f %s", server + database, database }'
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

# generate <class> <json> <flags...>
bench_generate() {
  local class=$1 json=$2
  shift 2
  rm -f "$json"
  bench_generator "$class" --json "$json" "$@"
  "${COMMAND[@]}" >>"$LOG_DIR/load.log" 2>&1 </dev/null || true
  [[ -f $json ]] || {
    tail -n 5 "$LOG_DIR/load.log" >&2
    fail "The load generator did not finish. Its log: $LOG_DIR/load.log"
  }
}

# generator <class> <flags...>: fills COMMAND; a short life, so the optimising compiler would cost it more than it brings
bench_generator() {
  bench_command "io.sylion.sandbox.load.$1" --base-url "$SYLION_BASE_URL" --webhook-path /hooks/whatsapp/cloud/load \
    --app-secret "$BENCH_SECRET" --phone-number-ids "$BENCH_FIRST_PHONE_ID+$BENCH_TENANTS" "${@:2}"
  COMMAND=("${COMMAND[0]}" -XX:TieredStopAtLevel=1 "${COMMAND[@]:1}")
}

# the generator in the foreground, at this instance and its stand-ins unless flags say otherwise: later flags win
bench_load() {
  bench_generator LoadGenerator "$@"
  exec "${COMMAND[@]}"
}

# the stand-ins in the foreground, at the port that the rows use
bench_stand_ins() {
  bench_command io.sylion.sandbox.SandboxServer --port "$BENCH_SANDBOX_PORT" --application-url "$SYLION_BASE_URL" "$@"
  exec "${COMMAND[@]}"
}

# ---- rows ----

bench_row_startup() {
  local from run
  for ((run = 0; run < $(bench_runs); run++)); do
    (reset) >/dev/null
    use_environment
    db_start >/dev/null
    from=$(bench_now)
    server_start >/dev/null
    figure startup "first start, empty data" s - "$(seconds_since "$from")"
  done
  for ((run = 0; run < $(bench_runs); run++)); do
    (stop) >/dev/null
    from=$(bench_now)
    db_start >/dev/null
    server_start >/dev/null
    figure startup "second start, with the database" s "< 30" "$(seconds_since "$from")"
  done
}

bench_row_memory() {
  local run pid
  for ((run = 0; run < $(bench_runs); run++)); do
    server_stop >/dev/null
    bench_server
    sleep "$(quick_or 60 20)"
    pid=$(server_pid)
    figure memory "server, resident, idle" MB "< 700" "$(server_memory)"
    figure memory "of it private (without shared files)" MB - "$(awk '/^RssAnon/ { print int($2 / 1024) }' "/proc/$pid/status")"
    figure memory "database, proportional" MB - "$(db_memory)"
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

bench_row_page() {
  local run
  for ((run = 0; run < $(bench_runs); run++)); do
    server_stop >/dev/null
    bench_server
    figure page "sign-in page, first request" ms - "$(page_millis /)"
    for _ in {1..20}; do page_millis /; echo; done | sort -n | sed -n 10p >"$HOME_DIR/run/median"
    figure page "sign-in page, median of 20" ms "< 300" "$(cat "$HOME_DIR/run/median")"
  done
}

bench_row_ingest() {
  local run json=$HOME_DIR/run/load.json messages cpu from
  messages=$(bench_messages 40000 10000)
  bench_prepared
  bench_automatic false
  # until the gateway runs in compiled code
  bench_generate LoadGenerator "$json" --messages "$(quick_or 60000 30000)" --customers 2000
  bench_drained
  bench_profile_begin ingest
  for ((run = 0; run < $(bench_runs); run++)); do
    cpu=$(bench_cpu) from=$(bench_now)
    bench_generate LoadGenerator "$json" --messages "$messages" --customers 2000
    figure ingest "accepted webhooks, 64 connections" /s ">= 11000" "$(json_value "$json" acknowledged_per_second)"
    figure ingest "acknowledgement p50" ms "<= 5" "$(json_value "$json" ack_p50_ms)"
    figure ingest "acknowledgement p99" ms "<= 20" "$(json_value "$json" ack_p99_ms)"
    bench_stored "$json" "$from"
    figure ingest "CPU of server and database, 1,000 messages" s - "$(per_thousand "${cpu% *}" "$(bench_cpu | cut -d ' ' -f 1)" "$messages")"
    figure ingest "CPU of the generator, 1,000 messages" s - "$(per_thousand 0 "$(json_value "$json" generator_cpu_seconds)" "$messages")"
  done
  bench_profile_end
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

# knobs <model delay>: what the stand-ins do; no statuses, which would be three more webhooks for each reply
bench_knobs() { printf '{"statuses": "none", "modelDelayMillis": %s}' "$1"; }

bench_row_end_to_end() {
  local run json=$HOME_DIR/run/load.json messages knobs cpu after own memory
  messages=$(bench_messages 20000 5000) knobs=$(bench_knobs 0)
  bench_prepared
  bench_automatic true
  bench_generate LoadGenerator "$json" --messages "$((messages / 4))" --customers 500 --ledger-url "$BENCH_SANDBOX_URL" --knobs "$knobs" --wait 60
  bench_profile_begin end-to-end
  for ((run = 0; run < $(bench_runs); run++)); do
    cpu=$(bench_cpu) own=$(bench_cpu_of "$BENCH_SANDBOX_PID")
    memory_watch_begin
    bench_generate LoadGenerator "$json" --messages "$messages" --customers 2000 --ledger-url "$BENCH_SANDBOX_URL" --wait 60
    memory=$(memory_watch_end)
    figure end-to-end "messages answered, from the first message to the last reply" /s ">= 1000" "$(json_value "$json" answered_per_second)"
    figure end-to-end "replies" /s - "$(json_value "$json" replies_per_second)"
    figure end-to-end "replies for each message" "" - "$(awk -v r="$(json_value "$json" replies)" -v m="$(json_value "$json" messages)" 'BEGIN { printf "%.3f", m ? r / m : 0 }')"
    after=$(bench_cpu)
    figure end-to-end "CPU of server and database, 1,000 messages" s "<= 1.9" "$(per_thousand "${cpu% *}" "${after% *}" "$messages")"
    figure end-to-end "of it the database" s - "$(per_thousand "${cpu#* }" "${after#* }" "$messages")"
    figure end-to-end "CPU of the stand-ins, 1,000 messages" s - "$(per_thousand "$own" "$(bench_cpu_of "$BENCH_SANDBOX_PID")" "$messages")"
    figure end-to-end "CPU of the generator, 1,000 messages" s - "$(per_thousand 0 "$(json_value "$json" generator_cpu_seconds)" "$messages")"
    figure end-to-end "memory of server and database" MB "<= 1300" "${memory%% *}"
    figure end-to-end "memory of the server" MB - "${memory##* }"
    figure end-to-end "acknowledgement p99" ms - "$(json_value "$json" ack_p99_ms)"
    bench_faults end-to-end "$json"
  done
  bench_profile_end
}

bench_row_latency() {
  local run json=$HOME_DIR/run/load.json messages knobs
  messages=$(bench_messages 1500 500) knobs=$(bench_knobs 800)
  bench_prepared
  bench_automatic true
  bench_generate LoadGenerator "$json" --messages 500 --customers 500 --rate 50 --ledger-url "$BENCH_SANDBOX_URL" --knobs "$knobs"
  bench_profile_begin latency
  for ((run = 0; run < $(bench_runs); run++)); do
    bench_generate LoadGenerator "$json" --messages "$messages" --customers "$messages" --rate 50 --ledger-url "$BENCH_SANDBOX_URL"
    figure latency "message to reply p50, 800 ms of it the model" ms "<= 815" "$(json_value "$json" reply_p50_ms)"
    figure latency "message to reply p99" ms "<= 860" "$(json_value "$json" reply_p99_ms)"
    bench_faults latency "$json"
  done
  bench_profile_end
}

bench_row_order() {
  local run json=$HOME_DIR/run/load.json knobs
  knobs=$(bench_knobs 0)
  bench_prepared
  bench_automatic true
  for ((run = 0; run < $(bench_runs); run++)); do
    bench_generate LoadGenerator "$json" --messages 10 --customers 1 --connections 1 --ledger-url "$BENCH_SANDBOX_URL" --knobs "$knobs"
    figure order "replies to ten messages of one customer" replies - "$(json_value "$json" replies)"
    bench_faults order "$json"
  done
}

# faults <row> <json>: what must never be
bench_faults() {
  figure "$1" "messages without a reply" messages 0 "$(json_value "$2" lost)"
  figure "$1" "replies sent twice" messages 0 "$(json_value "$2" doubled)"
  figure "$1" "replies out of order" messages 0 "$(json_value "$2" out_of_order)"
  figure "$1" "replies to the wrong number or customer" messages 0 "$(json_value "$2" foreign)"
}

# per_thousand <before> <after> <messages>
per_thousand() { awk -v a="$1" -v b="$2" -v n="$3" 'BEGIN { printf "%.2f", (b - a) * 1000 / n }'; }

bench_row_kill() {
  local run json=$HOME_DIR/run/load.json
  bench_prepared
  bench_automatic true
  for ((run = 0; run < $(bench_runs); run++)); do
    bench_generate KillTest "$json" --messages 500 --ledger-url "$BENCH_SANDBOX_URL" --knobs '{"statuses": "ordered", "modelDelayMillis": 0}' \
      --kill-command "'$ROOT/sylion' server kill" --start-command "'$ROOT/sylion' server start" \
      --in-doubt-command "'$ROOT/sylion' db psql -tA -c \"$(bench_doubted)\""
    figure kill "acknowledged and never answered" messages 0 "$(awk -v a="$(json_value "$json" lost)" -v b="$(json_value "$json" in_doubt)" 'BEGIN { print a - b }')"
    figure kill "answered twice" messages 0 "$(json_value "$json" doubled)"
    figure kill "delivery unknown, shown to staff" messages - "$(json_value "$json" in_doubt)"
    figure kill "longest message to reply, restart included" ms - "$(json_value "$json" reply_max_ms)"
  done
}

bench_row_browsers() {
  local run before
  for ((run = 0; run < $(bench_runs); run++)); do
    server_stop >/dev/null
    bench_server
    sleep "$(quick_or 30 10)"
    before=$(server_memory)
    bench_command io.sylion.sandbox.load.StaffVisit --base-url "$SYLION_BASE_URL" --email lea.martin@boutique-lumiere.fr --password Bonjour-Sylion-1 --browsers 20
    coproc BROWSERS { "${COMMAND[@]}" 2>>"$LOG_DIR/load.log" 9>&-; }
    # shellcheck disable=SC2153
    read -r -t 120 -u "${BROWSERS[0]}" _ || fail "The browsers could not sign in. Their log: $LOG_DIR/load.log"
    sleep "$(quick_or 60 20)"
    figure browsers "server, resident, with 20 signed-in browsers" MB - "$(server_memory)"
    figure browsers "more than before they came" MB - "$(($(server_memory) - before))"
    kill "$BROWSERS_PID" 2>/dev/null || true
    wait "$BROWSERS_PID" 2>/dev/null || true
  done
}

bench_row_million() {
  local run json=$HOME_DIR/run/visit.json thread from
  bench_server
  from=$(bench_now)
  bench_data >/dev/null
  figure million "making a million messages" s "<= 120" "$(seconds_since "$from")"
  # in the middle of the month: nobody has looked at it
  thread=$(db_psql -tA -c "SELECT c.id FROM conversation_conversation c JOIN tenant_tenant t ON t.id = c.tenant_id WHERE t.slug = 'boutique-lumiere' AND c.status = 'OPEN' ORDER BY c.last_activity_at OFFSET 5000 LIMIT 1")
  for ((run = 0; run < $(bench_runs); run++)); do
    rm -f "$json"
    bench_command io.sylion.sandbox.load.StaffVisit --base-url "$SYLION_BASE_URL" --email lea.martin@boutique-lumiere.fr --password Bonjour-Sylion-1 --json "$json" \
      --path /inbox/conversations.xhtml --path "/inbox/conversation.xhtml?id=$thread"
    "${COMMAND[@]}" >>"$LOG_DIR/load.log" 2>&1 </dev/null || fail "The pages could not be read. The log: $LOG_DIR/load.log"
    figure million "inbox, first page of 20,000 conversations, p50" ms - "$(json_value "$json" p50_ms_1)"
    figure million "inbox, first page of 20,000 conversations, p95" ms - "$(json_value "$json" p95_ms_1)"
    figure million "thread, p95" ms - "$(json_value "$json" p95_ms_2)"
  done
}

bench_row_knowledge() {
  local run json=$HOME_DIR/run/knowledge.json base folder=$ROOT/ejb/src/main/resources/io/sylion/demo
  bench_server
  for ((run = 0; run < $(bench_runs); run++)); do
    bench_knowledge KnowledgeLoad "$json" --folder "$folder" --copies "$(quick_or 40 10)"
    figure knowledge "passages of 200 words indexed a second" passages ">= 40" "$(json_value "$json" passages_of_200_words_per_s)"
  done
  if [[ -n $BENCH_KNOWLEDGE ]]; then
    rm -f "$json"
    bench_command io.sylion.sandbox.evaluate.EvaluateRetrieval "$BENCH_KNOWLEDGE/documents.jsonl" "$BENCH_KNOWLEDGE/queries-dev.jsonl" \
      --url "$SYLION_BASE_URL" --key "$SYLION_DEMO_API_KEY" --json "$json"
    "${COMMAND[@]}" >>"$LOG_DIR/load.log" 2>&1 </dev/null || fail "The evaluation failed. The log: $LOG_DIR/load.log"
    figure knowledge "right document first (hit@1)" share ">= 0.65" "$(json_value "$json" hitAt1)"
    figure knowledge "among the first five (hit@5)" share ">= 0.90" "$(json_value "$json" hitAt5)"
    figure knowledge "mean of 1/place (MRR)" share ">= 0.75" "$(json_value "$json" mrr)"
  fi
  db_psql -q -f "$ROOT/docker/bench/retrieval.sql" >/dev/null
  base=$(db_psql -tA -c "SELECT b.id FROM knowledge_base b JOIN tenant_tenant t ON t.id = b.tenant_id AND t.slug = 'boutique-lumiere' WHERE b.name = 'Banc'")
  for ((run = 0; run < $(bench_runs); run++)); do
    bench_knowledge KnowledgeLoad "$json" --folder "$folder" --base "$base" --questions "$(quick_or 500 200)"
    figure knowledge "search of 100,000 passages over the API, with the embedding, p50" ms - "$(json_value "$json" p50_ms)"
    figure knowledge "search of 100,000 passages over the API, with the embedding, p95" ms "< 60" "$(json_value "$json" p95_ms)"
  done
  figure knowledge "recall@10 of the vector leg against exact search" share ">= 0.97" "$(db_psql -q -f "$ROOT/docker/bench/recall.sql" | tail -n 1)"
}

# bench_knowledge <class> <json> <arguments ...>
bench_knowledge() {
  rm -f "$2"
  bench_command "io.sylion.sandbox.evaluate.$1" --url "$SYLION_BASE_URL" --key "$SYLION_DEMO_API_KEY" --json "$2" "${@:3}"
  "${COMMAND[@]}" >>"$LOG_DIR/load.log" 2>&1 </dev/null || fail "The knowledge could not be measured. The log: $LOG_DIR/load.log"
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
  awk -f "$ROOT/docker/bench/report.awk" -v json="$file" -v quick="$BENCH_QUICK" -v machine="$HOME_DIR/run/machine.tsv" -v last="${last:-/dev/null}" -v reference="$ROOT/docker/bench/reference.tsv" "$BENCH_FIGURES"
  echo
  step "Stored: ${file#"$ROOT"/}${last:+ (compared with ${last##*/})}"
}
