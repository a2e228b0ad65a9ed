mengpaneel simulate enschede.mengpaneel --package plan.yaml --runs 50 --keep
