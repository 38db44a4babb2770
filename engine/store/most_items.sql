select max(id) from item_state
