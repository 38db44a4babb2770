-- Everything that decides what can be redone: the undos and redos since the last change, that change, and whatever
-- else happened to their targets.
with recent as (select id, target from event where id > :last_change)
select id, at_ms, day, item, kind, grade, took_ms, phase, step, due_day, due_at_ms, until_day, target,
       beats ->> 'situation', beats ->> 'task', beats ->> 'action', beats ->> 'result', beats ->> 'figures',
       weights
from event
where id >= :last_change or id in (select target from recent) or target in (select target from recent)
order by id
