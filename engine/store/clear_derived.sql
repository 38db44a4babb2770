delete from item_state;
delete from taken_back
