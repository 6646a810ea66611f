# shellcheck shell=bash
# Prepares an instance for load: tenants, numbers and assistants that point at any provider and any model. Sourced by bench.sh.

prepare_usage() {
  cat <<'TEXT'
Usage: ./sylion bench prepare --first-phone-id ID --secret SECRET --provider-url URL [--model-url URL] [...]

Makes tenants for a load run in the instance (SYLION_INSTANCE), each with one number of WhatsApp's Cloud API, and an assistant, and
starts its server anew. Again with the same settings changes nothing, with others changes what is there.

  --tenants N               default 50
  --first-phone-id ID       phone number id of the first tenant; the others count up from it
  --secret SECRET           app secret, the same for all: signs the webhooks
  --provider-url URL        base address of the Cloud API's stand-in; replies go to URL/<phone number id>/messages
  --model-url URL           base address of the model; without it the local one answers
  --model-dialect D         openai (default; URL/chat/completions) or vertex (URL/v1/projects/bench/...)
  --model NAME              default bench
  --documents B             true: assistants look up each question in four indexed documents and must cite them;
                            false (default): they answer from their persona, and a model may answer in plain text
  --embeddings E            local (default: in the server's process) or model (asked at the model's address too)
  --batching-delay-ms N     how long an assistant waits for more of a burst, default 0
  --verify-token T          of the webhook's handshake, default bench-verify
  --webhook-key K           last part of the webhook's address, default load
TEXT
}

# rates of a number, of a pair and of the entrance are the providers' and the operator's business, not what a load run measures
PREPARED_RATES=(
  SYLION_CHANNEL_WHATSAPP_NUMBER_PER_SECOND=1000000
  SYLION_CHANNEL_WHATSAPP_PAIR_BURST=1000000
  SYLION_CHANNEL_WEBHOOK_RATE=1000000
)

bench_prepare() {
  local option tenants=50 first='' secret='' provider='' model_url='' dialect=openai model=bench documents=false embeddings=local delay=0 token=bench-verify key=load settings=()
  while [[ $# != 0 ]]; do
    option=$1
    case $option in
      -h | --help) prepare_usage && return ;;
      --*) [[ $# -ge 2 ]] || fail "$option needs a value" ;;
    esac
    case $option in
      --tenants) tenants=$2 ;;
      --first-phone-id) first=$2 ;;
      --secret) secret=$2 ;;
      --provider-url) provider=${2%/} ;;
      --model-url) model_url=${2%/} ;;
      --model-dialect) dialect=$2 ;;
      --model) model=$2 ;;
      --documents) documents=$2 ;;
      --embeddings) embeddings=$2 ;;
      --batching-delay-ms) delay=$2 ;;
      --verify-token) token=$2 ;;
      --webhook-key) key=$2 ;;
      *) prepare_usage >&2 && fail "Not understood: $option" ;;
    esac
    shift 2
  done
  [[ $tenants =~ ^[1-9][0-9]{0,3}$ ]] || fail "--tenants must be a number from 1 to 9999"
  [[ $first =~ ^[1-9][0-9]{5,17}$ ]] || fail "--first-phone-id must be a number"
  [[ -n $secret ]] || fail "--secret is missing"
  [[ $provider == http*://* ]] || fail "--provider-url must be an address"
  [[ -z $model_url || $model_url == http*://* ]] || fail "--model-url must be an address"
  [[ $dialect == openai || $dialect == vertex ]] || fail "--model-dialect must be openai or vertex"
  [[ $documents == true || $documents == false ]] || fail "--documents must be true or false"
  [[ $embeddings == local || $embeddings == model ]] || fail "--embeddings must be local or model"
  [[ $delay =~ ^[0-9]{1,5}$ ]] || fail "--batching-delay-ms must be a number"
  [[ $key =~ ^[A-Za-z0-9_-]{4,100}$ ]] || fail "--webhook-key must have 4 to 100 letters, figures, - or _"
  settings=("${PREPARED_RATES[@]}"
    "SYLION_DEMO_LOAD_TENANTS=$tenants" "SYLION_DEMO_LOAD_FIRST_PHONE_ID=$first" "SYLION_DEMO_LOAD_SECRET=$secret"
    "SYLION_DEMO_LOAD_PROVIDER_URL=$provider" "SYLION_DEMO_LOAD_VERIFY_TOKEN=$token" "SYLION_DEMO_LOAD_WEBHOOK_KEY=$key"
    "SYLION_DEMO_LOAD_BATCHING_DELAY_MS=$delay" "SYLION_DEMO_LOAD_DOCUMENTS=$documents")
  if [[ -n $model_url ]]; then
    settings+=("SYLION_AI_PROVIDER=$dialect" "SYLION_AI_BASE_URL=$model_url" "SYLION_AI_MODEL=$model" "SYLION_AI_API_KEY=bench" SYLION_AI_PROJECT=bench)
    if [[ $embeddings == model ]]; then settings+=("SYLION_AI_EMBEDDING_PROVIDER=$dialect" "SYLION_AI_EMBEDDING_MODEL=$model"); fi
  fi
  lock_instance
  use_jdk
  use_libaio
  build
  settings_write "${settings[@]}"
  db_start
  server_stop
  server_start
  prepare_indexed
  step "$tenants tenants, phone number ids $first to $((first + tenants - 1))"
  step "Webhooks of all of them: $SYLION_BASE_URL/hooks/whatsapp/cloud/$key"
}

# what the assistants know is indexed before they are asked
prepare_indexed() {
  local waited=0
  while [[ $(db_psql -tA -c "SELECT count(*) FROM knowledge_document WHERE state IN ('QUEUED', 'INDEXING')") != 0 ]]; do
    ((waited++ < 600)) || fail "The documents are not indexed after ten minutes. The server's log: $SERVER_BASE/log/server.log"
    sleep 1
  done
}

# a million messages, for pages that must stay quick among many
bench_data() {
  local started=$SECONDS
  lock_instance
  db_start
  [[ $(db_psql -tA -c "SELECT to_regclass('conversation_message') IS NOT NULL") == t ]] || fail "The instance has no tables yet. Start it once: ./sylion run"
  db_psql -tA -f "$ROOT/docker/bench/million.sql" || fail "The data could not be made."
  step "Took $((SECONDS - started)) s"
}
