select bytes, checksum from parsed_part where path = :path and part = :part
