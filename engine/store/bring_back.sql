delete from taken_back where event = :event
