mengpaneel simulate enschede.mengpaneel --package plan.yaml --runs 50 --keep
mengpaneel sensitivity enschede.mengpaneel --package plan.yaml --factors returnShare wishLevel
