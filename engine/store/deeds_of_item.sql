select deed.id, log_file.name, deed.offset, deed.length, deed.checksum, deed.counts
from deed
join deed_item on deed_item.deed = deed.id join item_state on item_state.id = deed_item.item
join log_file on log_file.id = deed.file
where item_state.item = :item order by deed.h, deed.device, deed.number, deed.checksum
