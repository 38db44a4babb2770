select deed.id, log_file.name, deed.offset, deed.length, deed.checksum, deed.counts
from deed join log_file on log_file.id = deed.file
where deed.id in (select id from deed indexed by deed_adopts where adopts is not null
                  union all
                  select deed_item.deed from deed_item join item_state on item_state.id = deed_item.item
                  where item_state.item = :item)
order by h, device, number, checksum
