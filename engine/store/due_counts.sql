select due_day, count(*) from item_state
where due_day between :first and :last and phase = 2 and suspended = 0
group by due_day
