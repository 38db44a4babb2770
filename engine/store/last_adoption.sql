-- Of a model, or of any where none is named. Read from the log alone: what the derived tables are made with hangs on it.
select id from event as adoption
where item = 'memory' and kind = 'adopted' and (:model is null or weights ->> 'model' = :model)
  and coalesce((select kind from event where item = 'memory' and target = adoption.id and kind in ('undone', 'redone')
                order by id desc limit 1), 'redone') = 'redone'
order by id desc limit 1
