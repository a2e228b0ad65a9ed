mengpaneel doctor
mengpaneel fetch GM0153 --year 2024 --into enschede.mengpaneel
mengpaneel fetch GM0153 --year 2024 --into enschede.mengpaneel --offline
