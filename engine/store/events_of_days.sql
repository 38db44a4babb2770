select id, at_ms, day, item, kind, grade, took_ms, phase, step, due_day, due_at_ms, until_day, target,
       beats ->> 'situation', beats ->> 'task', beats ->> 'action', beats ->> 'result', beats ->> 'figures',
       weights
from event
where day between :first and :last and kind not in ('undone', 'redone')
  and not exists (select 1 from taken_back where taken_back.event = iif(kind = 'moved', event.target, event.id))
order by id
