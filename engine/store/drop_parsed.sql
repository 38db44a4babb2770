delete from parsed_file where path = :path
