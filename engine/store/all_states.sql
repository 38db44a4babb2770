select item, phase, step, stability, difficulty, last_day, due_day, due_at_ms, reviews, lapses, suspended, buried_until,
       first_day, spent_ms, timed
from item_state order by item
