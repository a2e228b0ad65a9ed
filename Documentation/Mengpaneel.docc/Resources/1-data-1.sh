mengpaneel doctor
