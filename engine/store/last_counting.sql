select deed.id, log_file.name, deed.offset, deed.length, deed.checksum, deed.counts
from deed join log_file on log_file.id = deed.file
where counts = 1 and (device = :own or h <= :latest) order by h desc, device desc, number desc, checksum desc limit :count
