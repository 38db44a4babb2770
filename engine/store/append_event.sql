insert into event (at_ms, day, item, kind, grade, took_ms, phase, step, due_day, due_at_ms, beats, until_day, target,
                   weights)
values (:at_ms, :day, :item, :kind, :grade, :took_ms, :phase, :step, :due_day, :due_at_ms,
        case when :situation is null then null
             else json_object('situation', :situation, 'task', :task, 'action', :action, 'result', :result,
                              'figures', :figures) end,
        :until_day, :target, :weights)
