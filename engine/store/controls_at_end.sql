select deed.id, log_file.name, deed.offset, deed.length, deed.checksum, deed.counts
from deed indexed by deed_control join log_file on log_file.id = deed.file
where control = 1
  and (not exists (select 1 from deed where control = 0)
       or (h, device, number) > (select h, device, number from deed where control = 0
                                 order by h desc, device desc, number desc, checksum desc limit 1))
order by h, device, number, checksum
