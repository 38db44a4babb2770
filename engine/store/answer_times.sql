select kind, deck, sum(ms) from answer_time where day between :first and :last group by kind, deck having sum(ms) > 0
