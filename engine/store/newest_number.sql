select max(number) from deed where device = :device
