#!/usr/bin/env bash
# Computes the shards of a plan as a Slurm array. Written by `mengpaneel ensemble script slurm`.
#   job=$(sbatch --parsable --array="$(mengpaneel ensemble missing PLAN)" slurm.sh PLAN PROJECT)
#   sbatch --dependency=afterany:"$job" --wrap 'mengpaneel ensemble merge PLAN --project PROJECT --csv outcomes.csv'
# The first line once more computes only what is still missing. Above 1,001 shards Slurm's own MaxArraySize
# must be higher.
#SBATCH --job-name=mengpaneel
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --requeue
#SBATCH --open-mode=append
# A minute before its time is over the shard is told, and ends in good order.
#SBATCH --signal=B:TERM@60
set -uo pipefail
default_plan='plan'
default_project='stad.mengpaneel'
asked=no
"${MENGPANEEL:-mengpaneel}" ensemble shard "${1:-$default_plan}" --project "${2:-$default_project}" \
  --threads "${SLURM_CPUS_PER_TASK:-1}" &
shard=$!
trap 'asked=yes; kill -TERM "$shard" 2>/dev/null' TERM
wait "$shard"
status=$?
# A signal ends the wait, not yet the shard.
if [ "$asked" = yes ]; then
  wait "$shard"
  status=$?
fi
# 75: another try goes on where this one stopped. A full disk gives 75 too, so not for ever.
if [ "$status" -eq 75 ] && [ "${SLURM_RESTART_COUNT:-0}" -lt 5 ]; then
  scontrol requeue "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}"
fi
exit "$status"
