insert or ignore into deed_item (item, deed) select :to, deed from deed_item where item = :from
