#!/usr/bin/env bash
# What the action runs: the diff as a comment and in the summary of the job. Its words come as variables, never as script.
set -euo pipefail
render=(node "$GITHUB_ACTION_PATH/../../dist/dgdr-render.mjs")
comment=$RUNNER_TEMP/dgdr-render-diff.md
paths=() options=()
while IFS= read -r path; do [ -z "$path" ] || paths+=("$path"); done <<< "$DIFF_PATHS"
[ -z "$DIFF_OUTPUT_DIR" ] || options+=(--output-dir "$DIFF_OUTPUT_DIR")
status=0
"${render[@]}" diff --format markdown --report github --allow-empty ${options[@]+"${options[@]}"} \
  -- "$DIFF_REF" ${paths[@]+"${paths[@]}"} > "$comment" || status=$?
cat "$comment" >> "$GITHUB_STEP_SUMMARY"
if [ "$DIFF_COMMENT" = true ] && [ -s "$comment" ]; then
  # A pull request from a fork may not be written to; its summary has the same.
  node "$GITHUB_ACTION_PATH/comment.mjs" "$comment" || echo '::warning title=dgdr-render::the comment could not be written'
fi
echo "status=$status" >> "$GITHUB_OUTPUT"
[ "$DIFF_FAIL" != true ] || exit "$status"
