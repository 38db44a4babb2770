select load_day, count(*) from item_state where load_day between :first and :last and story = :story group by load_day
