with totals as (
  select source_relation, user_id, sum(assigned_conversations) as assigned_conversations, sum(done_conversations) as done_conversations
    , sum(first_responses) as first_responses, sum(messages_sent) as messages_sent, sum(handle_seconds) as handle_seconds
    , sum(csat_responses) as csat_responses, sum(csat_score_sum) as csat_score_sum
  from {{ ref('kustomer__agent_performance_daily') }} group by 1, 2
)
select t.source_relation, t.user_id, u.display_name, u.email, t.assigned_conversations, t.done_conversations, t.first_responses, t.messages_sent
  , t.handle_seconds, t.csat_responses, t.csat_score_sum / nullif(t.csat_responses, 0) as avg_csat_score
from totals as t
left join {{ ref('stg_kustomer__users') }} as u on u.source_relation = t.source_relation and u.user_id = t.user_id
