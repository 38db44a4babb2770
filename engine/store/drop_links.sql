delete from deed_item where item = :from
