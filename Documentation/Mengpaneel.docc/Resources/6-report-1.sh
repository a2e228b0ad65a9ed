mengpaneel session report enschede.mengpaneel --output verslag.html
