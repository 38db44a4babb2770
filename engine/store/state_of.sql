select item, state, checksum from item_state where item = :item and state is not null
