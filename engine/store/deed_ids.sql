select device, number from deed order by device, number
