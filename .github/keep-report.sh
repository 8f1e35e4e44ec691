#!/usr/bin/env bash
# Hands the end of nightly.log on to the job that tells of a failed night.
set -euo pipefail

# Where no step got as far as to write one.
touch nightly.log
end="end-$(openssl rand -hex 16)"
{
  echo "text<<$end"
  # Indented, so that nothing an answer said is read as Markdown.
  tail --lines=100 nightly.log | cut --characters=-500 | sed 's/^/    /'
  echo "$end"
} >>"$GITHUB_OUTPUT"
