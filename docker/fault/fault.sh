# shellcheck shell=bash
# The fault tests: an instance of its own, one fault after the other under load. Sourced by ./sylion test --faults, after
# docker/bench/bench.sh, whose tenants and stand-ins they use. What each fault is: io.sylion.sandbox.fault.Fault.

FAULT_DISK=$SERVER_BASE/data/activemq
FAULT_DISK_IMAGE=$HOME_DIR/run/journal.img
FAULT_DISK_MB=1024
FAULT_CLASS=io.sylion.sandbox.fault.FaultTests

fault_usage() {
  cat <<'TEXT'
Usage: ./sylion test --faults [--keep] [fault ...]

Starts the product in an instance of its own, lets customers write, breaks something, mends it, and compares what was acknowledged
with the database and with the provider's ledger. Without a fault: all of them, about twelve minutes. --keep leaves it running.

TEXT
  use_jdk
  build >/dev/null
  bench_command "$FAULT_CLASS" --list
  "${COMMAND[@]}"
}

faults() {
  local flags=() names=() library code=0
  while [[ $# != 0 ]]; do
    case $1 in
      -h | --help | help) fault_usage && return ;;
      --keep) BENCH_KEEP=true ;;
      -*) fail "Not understood: $1" ;;
      *) names+=("$1") ;;
    esac
    shift
  done
  lock_instance
  use_jdk
  use_libaio
  build
  trap fault_end EXIT
  trap 'exit 130' INT TERM
  fault_disk_remove
  (reset) >/dev/null
  bench_environment
  use_environment
  mkdir -p "$BENCH_RESULTS"
  if fault_disk_make; then flags+=(--journal-disk "$FAULT_DISK"); fi
  if library=$(fault_clock "${names[@]}"); then flags+=(--faketime "$library"); fi
  step "Preparing $BENCH_TENANTS tenants and the stand-ins (log: ${LOG_DIR#"$ROOT"/}/fault.log)"
  bench_prepared
  bench_command "$FAULT_CLASS" --sylion "$ROOT/sylion" --base-url "$SYLION_BASE_URL" --webhook-path /hooks/whatsapp/cloud/load \
    --app-secret "$BENCH_SECRET" --first-phone-id "$BENCH_FIRST_PHONE_ID" --tenants "$BENCH_TENANTS" --ledger-url "$BENCH_SANDBOX_URL" --management-url "$SYLION_MANAGEMENT_URL" \
    --results "$BENCH_RESULTS" --log "$LOG_DIR/fault.log" "${flags[@]}" "${names[@]}"
  "${COMMAND[@]}" </dev/null || code=$?
  fault_end
  return "$code"
}

fault_end() {
  trap - EXIT INT TERM
  bench_end
  [[ $BENCH_KEEP == true ]] || fault_disk_remove
}

# A small disk for the broker's journal, so that it can be full without the machine's being full. Where none may be mounted its
# fault is left out.
fault_disk_make() {
  ((EUID == 0)) && command -v mkfs.ext4 >/dev/null || return 1
  mkdir -p "$FAULT_DISK"
  truncate -s "${FAULT_DISK_MB}M" "$FAULT_DISK_IMAGE"
  mkfs.ext4 -q -F -m 0 "$FAULT_DISK_IMAGE" >>"$LOG_DIR/fault.log" 2>&1 && mount -o loop "$FAULT_DISK_IMAGE" "$FAULT_DISK" >>"$LOG_DIR/fault.log" 2>&1
}

fault_disk_remove() {
  if mountpoint -q "$FAULT_DISK" 2>/dev/null; then
    server_stop
    umount "$FAULT_DISK"
  fi
  rm -f "$FAULT_DISK_IMAGE"
}

# fault_clock <fault ...>: prints the library that moves a process's clock; installs it when that fault is among those that run
fault_clock() {
  local library
  for library in /usr/lib/*/faketime/libfaketimeMT.so.1 /usr/lib/faketime/libfaketimeMT.so.1; do
    [[ -f $library ]] && echo "$library" && return
  done
  [[ $# == 0 || " $* " == *" clock-jump "* ]] && [[ ${FAULT_CLOCK_TRIED:-} != true ]] && can_install || return 1
  install_packages libfaketime >&2
  FAULT_CLOCK_TRIED=true fault_clock "$@"
}
