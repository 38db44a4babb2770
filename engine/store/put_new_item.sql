insert into item_state (id, item, story, load_day, state, checksum)
values (:id, :item, :story, :load_day, :state, :checksum)
