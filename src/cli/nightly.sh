#!/bin/sh
# The nightly, for any scheduler: npm run nightly -- [STEP…]
#
#   record   ask the endpoint, and write what changed into the ledger; nothing is written on a failure or refusal
#   commit   commit the ledger, the rankings and the facts-only capture, where they changed, and nothing else
#   build    build from what was recorded, beside the site that is there
#   check    test what was built
#   publish  put it in the place of dist
#   deploy   run $NIGHTLY_DEPLOY in a shell, if it is set, to hand dist over to a host
#
# Without steps: record build check publish deploy, and in a git checkout commit after record. The first step that fails ends the
# night, and says what dist holds; what was recorded stays recorded. A night that is to commit does not begin during a merge. Two
# nights at once would build into the same folder, so the second is refused.
set -eu
cd "$(dirname "$0")/../.."

night=.cache/nightly
site=$night/site
lock=$night/lock
capture=captures/latest.json

run() {
  case $1 in
    record)
      npm run -s record
      ;;
    commit)
      node src/cli/nightly-commit.ts
      ;;
    build)
      CATALOG_SOURCE=capture CATALOG_CAPTURE=$capture npm run -s build -- --out "$site" --cache "$night/astro"
      ;;
    check)
      node src/cli/nightly-check.ts --site "$site" --capture "$capture"
      ;;
    publish)
      node src/cli/nightly-publish.ts --built "$site" --site dist
      ;;
    deploy)
      if [ -n "${NIGHTLY_DEPLOY:-}" ]; then sh -c "$NIGHTLY_DEPLOY"; fi
      ;;
    *)
      echo "There is no step \"$1\". The steps are record, commit, build, check, publish and deploy." >&2
      return 64
      ;;
  esac
}

take_lock() {
  mkdir -p "$night"
  if ! mkdir "$lock" 2>/dev/null; then
    holder=$(cat "$lock/pid" 2>/dev/null || true)
    # A lock has no number for the moment between its making and its writing.
    if [ -z "$holder" ] || kill -0 "$holder" 2>/dev/null; then
      echo "Another nightly${holder:+ (process $holder)} is at work, and two would build into the same folder. Try again when it has ended; if there is none, delete $lock." >&2
      exit 75
    fi
  fi
  echo $$ >"$lock/pid"
}

# Every publishing puts another folder there.
site_number() {
  ls -di dist 2>/dev/null || true
}

finish() {
  status=$?
  rm -rf "$lock"
  [ $status -eq 0 ] && return
  if [ "$(site_number)" = "$site_before" ]; then state='is as it was'; else state='holds the new site'; fi
  if [ "$current" = deploy ]; then
    echo "The nightly stopped at \"deploy\": dist $state, but handing it over failed, so look at the host for what it shows." >&2
  else
    echo "The nightly stopped at \"$current\": dist $state, and nothing was handed over." >&2
  fi
}

if [ $# -eq 0 ]; then
  if [ -e .git ]; then
    set -- record commit build check publish deploy
  else
    set -- record build check publish deploy
  fi
fi
take_lock
current=none
site_before=
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
# A night that was stopped while it published left the site beside its place.
if [ ! -d dist ] && [ -d dist.previous ]; then node src/cli/nightly-publish.ts --restore; fi
site_before=$(site_number)
case " $* " in
  *' commit '*)
    current=commit
    node src/cli/nightly-commit.ts --check
    ;;
esac
for current in "$@"; do
  echo "== $current"
  run "$current"
done
