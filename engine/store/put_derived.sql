insert or replace into derived (name, value) values (:name, :value)
