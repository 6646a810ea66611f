# shellcheck shell=bash
# PostgreSQL with pgvector for one instance: a cluster of its own, on the local interface, never run by root. Sourced by ./sylion.

PGVECTOR_VERSION=0.8.0
PGVECTOR_SHA256=867a2c328d4928a5a9d6f052cd3bc78c7d60228a9b914ad32aa3db88e9de27b0
DB_OWN_URL=jdbc:postgresql://127.0.0.1:$DB_PORT/sylion
DB_ENV=$HOME_DIR/env

# ---- the programs ----

# the newest PostgreSQL server (15 or later) of this machine
postgres_bin() {
  local bin version best='' best_version=14
  for bin in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/local/pgsql/bin; do
    [[ -x $bin/initdb && -x $bin/postgres ]] || continue
    version=$("$bin/postgres" --version | sed -E 's/.* ([0-9]+).*/\1/')
    if ((version > best_version)); then best=$bin best_version=$version; fi
  done
  [[ -n $best ]] && echo "$best"
}

postgres_major() { "$PG_BIN/postgres" --version | sed -E 's/.* ([0-9]+).*/\1/'; }

pgvector_installed() {
  local control
  control=$("$PG_BIN/pg_config" --sharedir)/extension/vector.control
  [[ -f $control ]] && version_at_least "$(sed -n "s/^default_version = '\(.*\)'/\1/p" "$control")" "$PGVECTOR_VERSION"
}

postgres_provide() {
  local created=/etc/postgresql-common/createcluster.d/sylion.conf
  if ! PG_BIN=$(postgres_bin); then
    can_install || fail "PostgreSQL 15 or later is missing. Install it (Debian, Ubuntu: postgresql) or set SYLION_DB_URL."
    step "Installing PostgreSQL"
    # the package would create and start a cluster of its own, which nobody asked for
    as_root mkdir -p "${created%/*}"
    echo 'create_main_cluster = false' | as_root tee "$created" >/dev/null
    install_packages postgresql
    as_root rm -f "$created"
    PG_BIN=$(postgres_bin) || fail "The package postgresql of this system is older than 15. Set SYLION_DB_URL to a newer database."
  fi
  pgvector_installed || pgvector_provide
}

pgvector_provide() {
  local major package
  major=$(postgres_major)
  package=postgresql-$major-pgvector
  can_install || fail "The extension pgvector $PGVECTOR_VERSION or later is missing. Install it (Debian 13, Ubuntu 24.04: $package) or set SYLION_DB_URL."
  refresh_packages
  if version_at_least "$(apt-cache policy "$package" 2>/dev/null | sed -n 's/ *Candidate: \([0-9.]*\).*/\1/p')" "$PGVECTOR_VERSION"; then
    step "Installing pgvector"
    install_packages "$package"
  else
    pgvector_build "$major"
  fi
  pgvector_installed || fail "pgvector was installed but PostgreSQL $major does not find it. See $LOG_DIR/packages.log"
}

# Debian 12 has no pgvector: its source comes from Debian's next suite, through the machine's own mirror and Debian's own key.
pgvector_build() {
  local major=$1 work=$CACHE/pgvector mirror archive built
  built=$work/pgvector-$PGVECTOR_VERSION-pg$major
  if [[ ! -f $built/vector.so ]]; then
    [[ $(. /etc/os-release && echo "$ID") == debian ]] ||
      fail "pgvector is not among this system's packages. Install pgvector $PGVECTOR_VERSION or set SYLION_DB_URL."
    step "Building pgvector $PGVECTOR_VERSION from Debian's source package"
    install_packages "postgresql-server-dev-$major" gcc make libc6-dev
    mkdir -p "$work"/{lists/partial,cache/archives/partial}
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null | grep -v security | head -n 1)
    [[ -n $mirror ]] || fail "No Debian mirror is set up on this machine (apt-get indextargets shows none)."
    echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" >"$work/sources.list"
    (
      cd "$work"
      apt=(-o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$work/lists"
        -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
      apt-get "${apt[@]}" update
      apt-get "${apt[@]}" source --download-only pgvector
    ) >"$LOG_DIR/pgvector.log" 2>&1 || fail "Debian's source of pgvector could not be fetched. See $LOG_DIR/pgvector.log"
    archive=$work/pgvector_$PGVECTOR_VERSION.orig.tar.gz
    echo "$PGVECTOR_SHA256  $archive" | sha256sum --check --quiet >>"$LOG_DIR/pgvector.log" 2>&1 ||
      fail "The source of pgvector is not the one expected ($archive). Delete $work and try again."
    mkdir -p "$built"
    tar -xzf "$archive" -C "$built" --strip-components=1
    make -C "$built" OPTFLAGS="" PG_CONFIG="$PG_BIN/pg_config" >>"$LOG_DIR/pgvector.log" 2>&1 ||
      fail "pgvector could not be built. See $LOG_DIR/pgvector.log"
  fi
  as_root make -C "$built" OPTFLAGS="" PG_CONFIG="$PG_BIN/pg_config" install >>"$LOG_DIR/pgvector.log" 2>&1 ||
    fail "pgvector could not be installed. See $LOG_DIR/pgvector.log"
}

# ---- the cluster ----

# PostgreSQL refuses root: its own user then runs it
as_postgres() {
  if ((EUID == 0)); then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

# $HOME_DIR/pg, or a link from there when the checkout lies in a folder that only root may enter
cluster_folder() {
  local link=$HOME_DIR/pg folder
  if [[ ! -e $link ]]; then
    rm -f "$link"
    folder=$link
    if ((EUID == 0)) && ! as_postgres test -x "$HOME_DIR"; then
      folder=/var/lib/sylion-$(sha256sum <<<"$HOME_DIR" | cut -c 1-12)
    fi
    mkdir -p "$folder"
    if ((EUID == 0)); then chown postgres: "$folder"; fi
    chmod 700 "$folder"
    [[ $folder == "$link" ]] || ln -s "$folder" "$link"
  fi
  readlink -f "$link"
}

db_pid() {
  local pid folder
  folder=$(readlink -f "$HOME_DIR/pg" 2>/dev/null) || return 1
  pid=$(head -n 1 "$folder/data/postmaster.pid" 2>/dev/null) || return 1
  [[ -n $pid && -r /proc/$pid/cmdline ]] || return 1
  tr '\0' '\n' <"/proc/$pid/cmdline" 2>/dev/null | grep -qxF -- "$folder/data" || return 1
  echo "$pid"
}

# the port on which it runs now
db_port() { sed -n 4p "$(readlink -f "$HOME_DIR/pg")/data/postmaster.pid"; }

db_is_own() { [[ ${SYLION_DB_URL:-$DB_OWN_URL} == "$DB_OWN_URL" ]]; }

# addresses and passwords, for this script, the server and the tools
db_environment() {
  if db_is_own; then
    if [[ ! -f $DB_ENV ]]; then
      (
        umask 077
        for role in ADMIN OWNER APP OPERATOR; do
          echo "SYLION_DB_${role}_PASSWORD=$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n')"
        done >"$DB_ENV"
      )
    fi
    set -a
    # shellcheck disable=SC1090
    . "$DB_ENV"
    SYLION_DB_URL=$DB_OWN_URL
    set +a
  else
    for role in OWNER APP OPERATOR; do
      local name=SYLION_DB_${role}_PASSWORD
      [[ -n ${!name:-} ]] || fail "SYLION_DB_URL is set, so $name must be set too (see docs/architecture.md)."
    done
  fi
}

db_create() {
  local folder=$1 secret=$1/password
  step "Creating the database under ${folder/#"$ROOT"\//}"
  as_postgres rm -rf "$folder/data"
  as_postgres touch "$secret"
  as_postgres chmod 600 "$secret"
  echo "$SYLION_DB_ADMIN_PASSWORD" | as_postgres tee "$secret" >/dev/null
  as_postgres "$PG_BIN/initdb" -D "$folder/data" -U postgres -A scram-sha-256 --pwfile="$secret" -E UTF8 --locale=C.UTF-8 \
    >"$LOG_DIR/postgres.log" 2>&1 || fail "The database could not be created. See $LOG_DIR/postgres.log"
  as_postgres rm -f "$secret"
}

db_start() {
  local folder
  db_is_own || return 0
  postgres_provide
  if db_pid >/dev/null; then
    [[ $(db_port) == "$DB_PORT" ]] || fail "The database of this instance runs on port $(db_port). Run ./sylion stop first."
    step "Database runs already (port $DB_PORT)"
    return
  fi
  echo "$SYLION_PORT_OFFSET" >"$HOME_DIR/run/offset"
  free_port "$DB_PORT" "PostgreSQL"
  folder=$(cluster_folder)
  [[ -f $folder/data/global/pg_control && -f $folder/data/PG_VERSION ]] || db_create "$folder"
  [[ $(as_postgres cat "$folder/data/PG_VERSION") == "$(postgres_major)" ]] ||
    fail "The data under .data were written by another version of PostgreSQL. Run ./sylion reset to begin anew."
  as_postgres tee "$folder/data/sylion.conf" <"$ROOT/docker/postgres/sylion.conf" >/dev/null
  as_postgres grep -q '^include .sylion.conf' "$folder/data/postgresql.conf" ||
    echo "include 'sylion.conf'" | as_postgres tee -a "$folder/data/postgresql.conf" >/dev/null
  db_launch "$folder" || {
    as_postgres tail -n 10 "$folder/data/server.log" >&2 || true
    fail "PostgreSQL did not start. Its log: $folder/data/server.log"
  }
  db_prepare
  step "Database started (PostgreSQL $(postgres_major), port $DB_PORT)"
}

# After a kill the processes of the dead one need a moment to notice and to let go of the memory that they share.
db_launch() {
  local folder=$1 try
  for try in 1 2 3 4 5; do
    as_postgres "$PG_BIN/pg_ctl" start -s -w -t 120 -D "$folder/data" -l "$folder/data/server.log" -o "-p $DB_PORT" >/dev/null 2>&1 </dev/null 9>&- && return
    as_postgres tail -n 5 "$folder/data/server.log" 2>/dev/null | grep -q 'pre-existing shared memory' || return 1
    sleep "$try"
  done
  return 1
}

db_admin() {
  PGPASSWORD=$SYLION_DB_ADMIN_PASSWORD PGOPTIONS='-c client_min_messages=warning' \
    "$PG_BIN/psql" -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$DB_PORT" -U postgres "$@"
}

# roles, database and extensions; harmless when they exist
db_prepare() {
  {
    # by standard input: an argument would show in the list of processes
    echo "\\set owner '$SYLION_DB_OWNER_PASSWORD'"
    echo "\\set app '$SYLION_DB_APP_PASSWORD'"
    echo "\\set operator '$SYLION_DB_OPERATOR_PASSWORD'"
    cat "$ROOT/docker/postgres/roles.sql"
  } | db_admin -d postgres >>"$LOG_DIR/postgres.log" 2>&1 || fail "The database roles could not be made. See $LOG_DIR/postgres.log"
  db_admin -d sylion >>"$LOG_DIR/postgres.log" 2>&1 <"$ROOT/docker/postgres/extensions.sql" ||
    fail "The database extensions could not be made. See $LOG_DIR/postgres.log"
}

db_stop() {
  local folder
  db_pid >/dev/null || return 0
  folder=$(cluster_folder)
  PG_BIN=$(postgres_bin)
  as_postgres "$PG_BIN/pg_ctl" stop -s -m fast -t 60 -D "$folder/data" >/dev/null 2>&1 ||
    as_postgres "$PG_BIN/pg_ctl" stop -s -m immediate -D "$folder/data" >/dev/null 2>&1 || fail "PostgreSQL did not stop."
  step "Database stopped"
}

# as a power cut would: all its processes at once
db_kill() {
  local pid processes
  pid=$(db_pid) || fail "No database of this instance runs."
  mapfile -t processes < <(ps -o pid= --ppid "$pid" | tr -d ' ')
  kill -KILL "$pid" "${processes[@]}" 2>/dev/null || true
  while kill -0 "$pid" "${processes[@]}" 2>/dev/null; do sleep 0.05; done
  step "Database killed"
}

db_remove() {
  local folder
  folder=$(readlink -f "$HOME_DIR/pg" 2>/dev/null) || return 0
  rm -rf "$folder" "$HOME_DIR/pg" "$DB_ENV"
}

db_psql() {
  PG_BIN=$(postgres_bin)
  db_admin -d sylion "$@"
}
