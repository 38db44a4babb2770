select outline, outline_checksum, content, content_checksum, words, words_checksum from parsed_file where path = :path
