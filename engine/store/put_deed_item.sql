insert or ignore into deed_item (item, deed) values (:item, :deed)
