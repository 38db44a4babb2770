update item_state set load_day = null, state = null
