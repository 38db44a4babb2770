select item, state, checksum from item_state where state is not null
