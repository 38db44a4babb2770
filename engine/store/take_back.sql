insert or ignore into taken_back (event) values (:event)
