mengpaneel claims enschede.mengpaneel --language en
mengpaneel claims enschede.mengpaneel --low-income lowest40 --format csv > claims.csv
