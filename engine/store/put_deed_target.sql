insert or ignore into deed_target (device, number, deed) values (:device, :number, :deed)
