delete from derived where name = :name
