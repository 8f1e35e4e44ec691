#!/bin/sh
# The nightly, for any scheduler: npm run nightly -- [STEP…]
#
#   record   take a capture, and add what changed to the ledger; write nothing on a failure or refusal
#   commit   commit the ledger, the rankings and the facts-only capture, where they changed, and nothing else
#   build    build from the recorded capture, beside the current site
#   check    check the built site
#   publish  replace dist with it
#   deploy   run $NIGHTLY_DEPLOY in a shell, if it is set, to hand dist over to a host
#
# Without steps: record, in a git checkout commit, build, check, publish, deploy. The first failed step ends the nightly and reports
# what dist holds; recorded data stay recorded. A nightly that commits does not start during a merge. Two nightlies at once would build
# into the same folder, so the second is refused.
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
    # A new lock has no number for a moment.
    if [ -z "$holder" ] || kill -0 "$holder" 2>/dev/null; then
      echo "Another nightly${holder:+ (process $holder)} is running, and two would build into the same folder. Try again when it has ended; if none is running, delete $lock." >&2
      exit 75
    fi
  fi
  echo $$ >"$lock/pid"
}

# Changes with each publication, which puts another folder there.
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
# An interrupted publication leaves the site beside its place.
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
