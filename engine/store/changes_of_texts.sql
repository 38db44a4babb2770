select count(*) from deed indexed by deed_texts where texts = 1 or control = 1
