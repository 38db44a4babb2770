select value from derived where name = :name
