with moves as (
  select source_relation, queue_id, {{ kustomer.day('created_at') }} as day, 1 as opened, 0 as closed from {{ ref('kustomer__conversations') }}
  union all
  select source_relation, queue_id, {{ kustomer.day('case when closed_at < created_at then created_at else closed_at end') }}, 0, 1 from {{ ref('kustomer__conversations') }} where closed_at is not null
), daily as (
  select source_relation, queue_id, day, sum(opened) as opened, sum(closed) as closed from moves group by 1, 2, 3
), bounds as (
  select min(day) as first_day, max(day) as last_day from daily
), days as (
  {{ kustomer.days('(select first_day from bounds)', '(select last_day from bounds)') }}
), queues as (
  select source_relation, queue_id, min(day) as first_day from daily group by 1, 2
)
select q.source_relation, days.day, q.queue_id
  , coalesce(d.opened, 0) as opened_conversations, coalesce(d.closed, 0) as closed_conversations
  , sum(coalesce(d.opened, 0) - coalesce(d.closed, 0)) over (partition by q.source_relation, q.queue_id order by days.day rows unbounded preceding) as backlog_conversations
from queues as q
join days on days.day >= q.first_day
left join daily as d on d.source_relation = q.source_relation and d.day = days.day and (d.queue_id = q.queue_id or (d.queue_id is null and q.queue_id is null))
