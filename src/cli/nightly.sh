#!/bin/sh
# The nightly, for any scheduler: npm run nightly -- [STEP…]
#
#   record   ask the endpoint, and write what changed into the ledger; nothing is written on a failure or refusal
#   commit   commit the ledger, the rankings and the facts-only capture, where they changed
#   build    build from what was recorded, beside the site that is there
#   check    test what was built
#   publish  put it in the place of dist
#   deploy   run $NIGHTLY_DEPLOY in a shell, if it is set, to hand dist over to a host
#
# Without steps: record build check publish deploy. The first step that fails ends the night, and all stays as it was.
set -eu
cd "$(dirname "$0")/../.."

night=.cache/nightly
site=$night/site
capture=captures/latest.json

run() {
  case $1 in
    record)
      npm run -s record
      ;;
    commit)
      git add src/data
      if git diff --cached --quiet; then
        echo 'Nothing to commit.'
      else
        git commit --quiet --message "Record the catalog of $(date -u +%Y-%m-%d)"
      fi
      ;;
    build)
      CATALOG_SOURCE=capture CATALOG_CAPTURE=$capture npm run -s build -- --out "$site" --cache "$night/astro"
      ;;
    check)
      node src/cli/nightly-check.ts --site "$site" --capture "$capture"
      ;;
    publish)
      rm -rf "$night/previous"
      if [ -d dist ]; then mv dist "$night/previous"; fi
      mv "$site" dist
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

[ $# -gt 0 ] || set -- record build check publish deploy
mkdir -p "$night"
current=none
trap 'status=$?; [ $status -eq 0 ] || echo "The nightly stopped at \"$current\"; what is published stays as it was." >&2' EXIT
for current in "$@"; do
  echo "== $current"
  run "$current"
done
