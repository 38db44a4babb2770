select max(deed.h) from deed join deed_target on deed_target.deed = deed.id
where deed_target.device = :device and deed_target.number = :number
