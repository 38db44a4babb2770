select deed.id, log_file.name, deed.offset, deed.length, deed.checksum, deed.counts
from deed indexed by deed_adopts join log_file on log_file.id = deed.file
where adopts is not null and counts = 1 and (:model is null or adopts = :model)
order by h desc, device desc, number desc, checksum desc limit 1
