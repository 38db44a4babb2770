select id from event
where kind not in ('undone', 'redone', 'moved') and not exists (select 1 from taken_back where taken_back.event = event.id)
order by id desc limit 1
