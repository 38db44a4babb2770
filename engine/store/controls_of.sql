select deed.id, log_file.name, deed.offset, deed.length, deed.checksum, deed.counts
from deed
join deed_target on deed_target.deed = deed.id join log_file on log_file.id = deed.file
where deed_target.device = :device and deed_target.number = :number order by h, deed.device, deed.number, checksum
