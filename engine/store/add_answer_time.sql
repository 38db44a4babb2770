insert into answer_time (day, kind, deck, ms) values (:day, :kind, :deck, :ms)
on conflict (day, kind, deck) do update set ms = ms + excluded.ms
