insert into item_state (id, item, story, load_day, state)
values (:id, :item, :story, :load_day, :state)
