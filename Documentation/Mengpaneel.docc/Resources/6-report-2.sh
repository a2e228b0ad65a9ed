mengpaneel session report enschede.mengpaneel --output verslag.html
mengpaneel session export enschede.mengpaneel --output tabellen
