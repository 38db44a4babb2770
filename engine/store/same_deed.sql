select count(*) from deed where h = :h and device = :device and number = :number and checksum = :checksum
