mengpaneel session rehearse enschede.mengpaneel --voters 12
mengpaneel session replay enschede.mengpaneel
