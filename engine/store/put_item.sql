insert into item_state (item, story, load_day, state) values (:item, :story, :load_day, :state)
on conflict (item) do update set load_day = :load_day, state = :state
