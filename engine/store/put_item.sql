insert into item_state (item, story, load_day, state, checksum) values (:item, :story, :load_day, :state, :checksum)
on conflict (item) do update set load_day = :load_day, state = :state, checksum = :checksum
