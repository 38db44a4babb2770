select coalesce(max(id), 0) from event where kind not in ('undone', 'redone', 'moved')
