select min(day) from event
