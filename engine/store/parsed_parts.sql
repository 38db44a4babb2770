select outline, outline_checksum, content, content_checksum from parsed_file where path = :path
