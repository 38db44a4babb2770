insert or replace into item_state (item, phase, step, stability, difficulty, fast, last_day, last_at_ms, due_day, due_at_ms, reviews,
                                   lapses, suspended, buried_until, first_day, spent_ms, timed)
values (:item, :phase, :step, :stability, :difficulty, :fast, :last_day, :last_at_ms, :due_day, :due_at_ms, :reviews,
        :lapses, :suspended, :buried_until, :first_day, :spent_ms, :timed)
