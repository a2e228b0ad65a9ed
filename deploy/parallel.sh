#!/usr/bin/env bash
# Computes the shards of a plan with GNU parallel on one machine. Written by `mengpaneel ensemble script parallel`.
#   parallel.sh PLAN PROJECT
# Once more computes only what is still missing; JOBS sets how many shards at the same time.
set -uo pipefail
default_plan='plan'
default_project='stad.mengpaneel'
plan=${1:-$default_plan}
project=${2:-$default_project}
program=${MENGPANEEL:-mengpaneel}
missing=$("$program" ensemble missing "$plan" --format lines)
case $? in
  0) exit 0 ;;
  1) ;;
  *) exit 1 ;;
esac
# 60 seconds to end in good order, then the end.
parallel --jobs "${JOBS:-$(nproc)}" --retries 3 --termseq TERM,60000,KILL,25 \
  "$program" ensemble shard "$plan" --project "$project" --threads 1 --index {} <<< "$missing"
