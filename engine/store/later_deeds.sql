select count(*) from deed join deed_item on deed_item.deed = deed.id
where deed_item.item in (:from, :to) and (h, device, number) > (:h, :device, :number)
