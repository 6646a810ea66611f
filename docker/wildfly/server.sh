# shellcheck shell=bash
# The application server of one instance: its files under $HOME_DIR/server, its process, its health. Sourced by ./sylion.
# The provisioned server in ear/target/server is only read, so a build never disturbs a server that runs.

SERVER_DIST=$ROOT/ear/target/server
SERVER_BASE=$HOME_DIR/server
SERVER_PID_FILE=$HOME_DIR/run/server.pid
SERVER_CONSOLE=$SERVER_BASE/log/console.log

# prints the server's process id when it runs and is ours; also when the file that names it was lost
server_pid() {
  local pid mark=-Djboss.server.base.dir=$SERVER_BASE
  pid=$(cat "$SERVER_PID_FILE" 2>/dev/null) || pid=
  if [[ -n $pid ]] && grep -qszxF -f <(echo "$mark") "/proc/$pid/cmdline"; then
    echo "$pid"
    return
  fi
  # the pattern comes by a file: as an argument it would find this search itself
  pid=$(grep -lszxF -f <(echo "$mark") /proc/[0-9]*/cmdline | head -n 1) || true
  [[ -n $pid ]] || return 1
  pid=${pid#/proc/}
  echo "${pid%/cmdline}"
}

# what is deployed now: names the build, or nothing
server_build() { cat "$SERVER_BASE/build" 2>/dev/null || true; }

server_deploy() {
  rm -rf "$SERVER_BASE"/{deployments,configuration,tmp}
  mkdir -p "$SERVER_BASE"/{deployments,log,data} "$HOME_DIR/objects" "$HOME_DIR/run"
  cp -r "$SERVER_DIST/standalone/configuration" "$SERVER_BASE/configuration"
  # unpacked: the server need not unpack it again at every start
  cp -r "$ROOT/ear/target/sylion" "$SERVER_BASE/deployments/sylion.ear"
  touch "$SERVER_BASE/deployments/sylion.ear.dodeploy"
  if [[ $SYLION_SANDBOX != false ]]; then
    cp "$ROOT/sandbox/target/sandbox.war" "$SERVER_BASE/deployments/sandbox.war"
    touch "$SERVER_BASE/deployments/sandbox.war.dodeploy"
  fi
  build_id >"$SERVER_BASE/build"
}

# Where Java keeps the server's classes as they lie in memory (class-data sharing): the next start maps them instead of reading
# and checking them. Java makes the file when a server ends that found none, or one that another JDK or other options made; it
# takes from it only classes that are the same byte by byte. A new file for each JDK, set of options and set of libraries.
server_archive() {
  local key file
  key=$({
    cat "$JAVA_HOME/release" "$ROOT/docker/wildfly/java.options"
    find "$SERVER_DIST" -name '*.jar' -printf '%f %s\n' | LC_ALL=C sort
  } | sha256sum | cut -c 1-16)
  file=$CACHE/classes-$key.jsa
  find "$CACHE" -maxdepth 1 -name 'classes-*.jsa' ! -path "$file" -delete
  # Java heals a file that is cut off, but not one without its mark: its writer was killed, and Java would do without any archive
  [[ $(head -c 4 "$file" 2>/dev/null | od -An -tx4) == *f00baba8* ]] || rm -f "$file"
  echo "$file"
}

server_start() {
  local pid started interrupted archive java_options=() newer=()
  if pid=$(server_pid); then
    step "Server runs already (process $pid)"
    return
  fi
  [[ -f $SERVER_DIST/standalone/configuration/sylion.xml && -d $ROOT/ear/target/sylion ]] ||
    fail "There is nothing built to start. Run ./sylion run, which builds first."
  if db_is_own && ! db_pid >/dev/null; then
    fail "The database of this instance does not run. Start it first (./sylion db start), or start both: ./sylion run"
  fi
  echo "$SYLION_PORT_OFFSET" >"$HOME_DIR/run/offset"
  free_port "$HTTP_PORT" "the application"
  free_port "$MANAGEMENT_PORT" "health and management"
  server_deploy
  mapfile -t java_options < <(grep -v '^#' "$ROOT/docker/wildfly/java.options")
  archive=$(server_archive)
  if ((JDK_VERSION >= 24)); then
    newer=(--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED)
  fi
  started=$SECONDS
  step "Starting the server (log: ${SERVER_BASE#"$ROOT"/}/log/server.log)"
  # fewer malloc arenas: tens of MB less resident memory
  MALLOC_ARENA_MAX=2 setsid nohup "$JAVA_HOME/bin/java" "${java_options[@]}" "${newer[@]}" "-XX:SharedArchiveFile=$archive" \
    "-Dorg.jboss.boot.log.file=$SERVER_BASE/log/boot.log" \
    "-Dlogging.configuration=file:$SERVER_BASE/configuration/logging.properties" \
    "-Djboss.home.dir=$SERVER_DIST" "-Djboss.server.base.dir=$SERVER_BASE" \
    "-Djboss.socket.binding.port-offset=$SYLION_PORT_OFFSET" \
    -jar "$SERVER_DIST/jboss-modules.jar" -mp "$SERVER_DIST/modules" org.jboss.as.standalone -c sylion.xml \
    >"$SERVER_CONSOLE" 2>&1 </dev/null 9>&- &
  pid=$!
  echo "$pid" >"$SERVER_PID_FILE"
  # Ctrl-C while it starts leaves no half-started server behind
  interrupted=$(trap -p INT TERM)
  trap 'kill -KILL "$(cat "$SERVER_PID_FILE")" 2>/dev/null || true; echo; fail "Interrupted: the server that was starting is ended. ./sylion stop ends the database too."' INT TERM
  server_await "$pid"
  trap - INT TERM
  eval "$interrupted"
  step "Server started in $((SECONDS - started)) s ($(server_memory) MB resident)"
}

# server_await <process>: waits until the health page says UP; says why when it never will
server_await() {
  local waited=0
  until [[ $(http_code "$MANAGEMENT_PORT" /health/ready) == 200 ]]; do
    if ! kill -0 "$1" 2>/dev/null; then
      server_complaint
      rm -f "$SERVER_PID_FILE"
      fail "The server ended while it started. Its log: $SERVER_BASE/log/server.log"
    fi
    if compgen -G "$SERVER_BASE/deployments/*.failed" >/dev/null; then
      server_complaint
      server_stop
      fail "The server did not accept the application. Its log: $SERVER_BASE/log/server.log"
    fi
    if ((waited++ > 1200)); then
      server_complaint
      fail "The server is not ready after five minutes and goes on trying; ./sylion stop ends it. Its log: $SERVER_BASE/log/server.log"
    fi
    sleep 0.25
  done
}

# The reasons for the errors in the log: of each chain of causes its last two, without stacks and repetitions.
server_complaint() {
  local causes
  causes=$(awk '
    function told(text) { sub(/^[a-zA-Z0-9_.$]*\.(([A-Z][A-Za-z0-9]*)(Exception|Error): )/, "", text); return substr(text, 1, 240) }
    function end(   at) {
      if (severe && chain == 0 && head !~ /WFLYSRV0026|WFLYSRV0190|WFLYSRV0059/) print told(head)
      for (at = chain - 1; severe && at <= chain; at++) if (at > 0) print told(cause[at])
      chain = 0
    }
    /^[0-9-]+ [0-9:,.]+ +[A-Z]+ / { end(); severe = $3 ~ /ERROR|FATAL/; head = $0; sub(/^[^)]*\) /, "", head); next }
    /^ *Caused by: / { line = $0; sub(/^ *Caused by: /, "", line); cause[++chain] = line; next }
    /^Error|OutOfMemory|Unrecognized|[Ii]nsufficient memory|No space left/ { print }
    END { end() }' "$SERVER_CONSOLE" 2>/dev/null | awk '!seen[$0]++' | head -n 8) || true
  [[ -n $causes ]] || causes=$(tail -n 8 "$SERVER_CONSOLE" 2>/dev/null) || true
  printf '%s\n' "$causes" | sed 's/^/    /' >&2
}

server_memory() {
  local pid
  pid=$(server_pid) && awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status"
}

server_stop() {
  local pid waited=0
  pid=$(server_pid) || return 0
  kill -TERM "$pid" 2>/dev/null || true
  while server_pid >/dev/null; do
    if ((++waited == 120)); then
      step "The server does not end by itself: killing it"
      kill -KILL "$pid" 2>/dev/null || true
    fi
    ((waited < 160)) || fail "The server (process $pid) cannot be ended by this user."
    sleep 0.25
  done
  rm -f "$SERVER_PID_FILE"
  step "Server stopped"
}

# server_manage <command...>: asks the management interface, all commands in one session
server_manage() {
  local script=$HOME_DIR/run/manage.cli
  printf '%s\n' "$@" >"$script"
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$SERVER_DIST/jboss-modules.jar" -mp "$SERVER_DIST/modules" \
    org.jboss.as.cli --connect "--controller=127.0.0.1:$MANAGEMENT_PORT" "--file=$script" </dev/null
}

# as a power cut would: no goodbye
server_kill() {
  local pid
  pid=$(server_pid) || fail "No server of this instance runs."
  kill -KILL "$pid"
  while server_pid >/dev/null; do sleep 0.05; done
  rm -f "$SERVER_PID_FILE"
  step "Server killed"
}
