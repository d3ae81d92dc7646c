with conversations as (
  select source_relation, conversation_id, assigned_user_id, created_at, closed_at, last_done_user_id, first_response_at, first_response_user_id
  from {{ ref('kustomer__conversations') }}
), moves as (
  select source_relation, assigned_user_id as user_id, created_at as moment, 1 as assigned, 0 as done, 0 as responses, 0 as messages, cast(0 as {{ kustomer.type_double() }}) as handle_seconds, 0 as surveys, cast(0 as {{ kustomer.type_double() }}) as score
  from conversations
  union all
  select source_relation, coalesce(last_done_user_id, assigned_user_id), closed_at, 0, 1, 0, 0, 0, 0, 0 from conversations
  union all
  select source_relation, first_response_user_id, first_response_at, 0, 0, 1, 0, 0, 0, 0 from conversations
  union all
  select m.source_relation, m.created_by_user_id, m.sent_at, 0, 0, 0, 1, 0, 0, 0
  from {{ ref('stg_kustomer__messages') }} as m
  join conversations as c on c.source_relation = m.source_relation and c.conversation_id = m.conversation_id
  where m.direction = 'out' and (m.is_auto is null or not m.is_auto)
  union all
  select t.source_relation, t.user_id, coalesce(t.handle_at, t.created_at), 0, 0, 0, 0, t.handle_seconds, 0, 0
  from {{ kustomer.handle_times() }} as t
  join conversations as c on c.source_relation = t.source_relation and c.conversation_id = t.conversation_id
  where t.handle_seconds is not null
  union all
  select source_relation, user_id, rated_at, 0, 0, 0, 0, 0, 1, score from {{ ref('kustomer__csat_responses') }} where score is not null
)
select source_relation, user_id, {{ kustomer.day('moment') }} as day, sum(assigned) as assigned_conversations, sum(done) as done_conversations
  , sum(responses) as first_responses, sum(messages) as messages_sent, sum(handle_seconds) as handle_seconds, sum(surveys) as csat_responses
  , sum(score) as csat_score_sum
from moves where user_id is not null and moment is not null group by 1, 2, 3
