delete from parsed_part where path = :path
