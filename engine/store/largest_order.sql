select max(h) from deed where h <= :latest
