select id, at_ms, day, item, kind, grade, took_ms, phase, step, due_day, due_at_ms, until_day, target,
       beats ->> 'situation', beats ->> 'task', beats ->> 'action', beats ->> 'result', beats ->> 'figures',
       weights
from event where item in (:item, 'memory') order by id
