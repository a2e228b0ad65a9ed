mengpaneel claims enschede.mengpaneel --language en
