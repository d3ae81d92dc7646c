with work as (
  select source_relation, conversation_id, sum(handle_seconds) as handle_seconds, count(distinct user_id) as agents
  from {{ kustomer.handle_times() }} group by 1, 2
)
select
    c.*
  , {{ kustomer.seconds_between('c.created_at', 'c.first_response_at') }} as first_response_calendar_seconds
  , case when c.status = 'done' then {{ kustomer.seconds_between('c.created_at', 'c.last_done_at') }} end as resolution_seconds
  , case when c.status = 'done' then c.last_done_business_seconds end as resolution_business_seconds
  , w.handle_seconds, coalesce(w.agents, 0) as agents
  , coalesce(c.reopen_count, 0) as reopens
  , a.rating, a.score, a.rated_at
  , case when c.sla_matched_at is null then null when c.is_sla_breached then false when c.sla_status = 'satisfied' or c.sla_satisfied_at is not null then true end as is_sla_met
  , case when c.status = 'done' then coalesce(c.last_done_at, c.ended_at, c.updated_at) end as closed_at
from {{ ref('stg_kustomer__conversations') }} as c
left join work as w on w.source_relation = c.source_relation and w.conversation_id = c.conversation_id
left join {{ ref('kustomer__csat_responses') }} as a on a.source_relation = c.source_relation and a.conversation_id = c.conversation_id and a.is_latest
