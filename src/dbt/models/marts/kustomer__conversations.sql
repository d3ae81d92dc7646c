with old_timer as (
  select source_relation, conversation_id, sum(handle_seconds) as handle_seconds, count(distinct user_id) as agents
  from {{ ref('stg_kustomer__conversation_times') }} group by 1, 2
), new_timer as (
  select source_relation, conversation_id, sum(handle_seconds) as handle_seconds
  from {{ ref('stg_kustomer__conversation_handle_times') }} group by 1, 2
), answers as (
  select source_relation, satisfaction_response_id, rating, score, submitted_at from {{ ref('stg_kustomer__satisfaction_responses') }}
)
select
    c.*
  , {{ dbt.datediff('c.created_at', 'c.first_response_at', 'second') }} as first_response_calendar_seconds
  , {{ dbt.datediff('c.created_at', 'c.last_done_at', 'second') }} as resolution_seconds
  , coalesce(c.last_done_business_seconds, c.first_done_business_seconds) as resolution_business_seconds
  , t.handle_seconds, n.handle_seconds as new_timer_handle_seconds, coalesce(t.agents, 0) as agents
  , coalesce(c.reopen_count, 0) as reopens
  , coalesce(a.rating, c.csat_rating) as rating, coalesce(a.score, c.csat_score) as score
  , coalesce(a.submitted_at, case when c.csat_status in ('rated', 'commented') then c.csat_updated_at end) as rated_at
  , case when c.sla_matched_at is null then null when c.is_sla_breached then false when c.sla_status = 'satisfied' or c.sla_satisfied_at is not null then true end as is_sla_met
  , case when c.status = 'done' then coalesce(c.last_done_at, c.ended_at, c.updated_at) end as closed_at
from {{ ref('stg_kustomer__conversations') }} as c
left join old_timer as t on t.source_relation = c.source_relation and t.conversation_id = c.conversation_id
left join new_timer as n on n.source_relation = c.source_relation and n.conversation_id = c.conversation_id
left join answers as a on a.source_relation = c.source_relation and a.satisfaction_response_id = c.csat_response_id
