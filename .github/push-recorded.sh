#!/usr/bin/env bash
# Pushes the commit that the night's recording handed over as a patch, and of it nothing but the data.
set -euo pipefail

handed="$(mktemp -d)"
gh run download "$GITHUB_RUN_ID" --name recorded --dir "$handed"
tar --extract --file "$handed/artifact.tar" --directory "$handed"

shopt -s nullglob
patches=("$handed"/*.patch)
if [ ${#patches[@]} -eq 0 ]; then
  echo 'Nothing to push.'
  exit
fi

git config user.name 'github-actions[bot]'
git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
before="$(git rev-parse HEAD)"
# The patch comes from a job that runs what packages bring along.
git am --quiet \
  --include='src/data/ledger/[0-9][0-9][0-9][0-9].ndjson' \
  --include='src/data/rankings/[0-9][0-9][0-9][0-9].ndjson' \
  --include='src/data/embedded-capture.json' \
  "${patches[@]}"
lost="$(git diff --numstat "$before" -- 'src/data/*.ndjson' | awk '$2 != 0 { print $3 }')"
if [ -n "$lost" ]; then
  echo "The ledger and the rankings only get longer, but this commit takes lines from $lost. It was not pushed."
  exit 1
fi
git pull --rebase --quiet
git push --quiet
echo "Pushed: $(git log -1 --format=%s)"
