mengpaneel session report enschede.mengpaneel --output verslag.html
mengpaneel session export enschede.mengpaneel --output tabellen
mengpaneel session bundle enschede.mengpaneel --output archief
mengpaneel session check archief
