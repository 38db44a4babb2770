delete from item_state where item = :item
