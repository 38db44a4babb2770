select state from item_state where state is not null
