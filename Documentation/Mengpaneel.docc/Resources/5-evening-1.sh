mengpaneel session rehearse enschede.mengpaneel --voters 12
