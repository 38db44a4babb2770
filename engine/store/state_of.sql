select state from item_state where item = :item and state is not null
