select min(day) from deed where counts = 1
