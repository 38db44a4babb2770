select id from item_state where item = :item
