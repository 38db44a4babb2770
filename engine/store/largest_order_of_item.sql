select max(deed.h)
from deed join deed_item on deed_item.deed = deed.id join item_state on item_state.id = deed_item.item
where item_state.item = :item
