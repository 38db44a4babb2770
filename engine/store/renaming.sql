select deed.id, log_file.name, deed.offset, deed.length, deed.checksum, deed.counts
from deed indexed by deed_renames join log_file on log_file.id = deed.file
where renames = 1 and counts = 1 order by h, device, number, checksum
