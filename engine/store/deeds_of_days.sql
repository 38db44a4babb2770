select deed.id, log_file.name, deed.offset, deed.length, deed.checksum, deed.counts
from deed join log_file on log_file.id = deed.file
where day between :first and :last and counts = 1 order by deed.h, deed.device, deed.number, deed.checksum
