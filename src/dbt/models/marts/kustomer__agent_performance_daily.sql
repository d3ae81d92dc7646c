with moves as (
  select source_relation, assigned_user_id as user_id, cast(created_at as date) as day, 1 as assigned, 0 as done, 0 as responses, 0 as messages, cast(0 as {{ kustomer.type_double() }}) as handle_seconds, 0 as surveys, cast(0 as {{ kustomer.type_double() }}) as score
  from {{ ref('kustomer__conversations') }} where assigned_user_id is not null
  union all
  select source_relation, assigned_user_id, cast(closed_at as date), 0, 1, 0, 0, 0, 0, 0 from {{ ref('kustomer__conversations') }} where closed_at is not null and assigned_user_id is not null
  union all
  select source_relation, first_response_user_id, cast(first_response_at as date), 0, 0, 1, 0, 0, 0, 0 from {{ ref('kustomer__conversations') }} where first_response_at is not null and first_response_user_id is not null
  union all
  select source_relation, created_by_user_id, cast(sent_at as date), 0, 0, 0, 1, 0, 0, 0 from {{ ref('stg_kustomer__messages') }} where direction = 'out' and sent_at is not null and created_by_user_id is not null
  union all
  select source_relation, user_id, cast(coalesce(handle_at, created_at) as date), 0, 0, 0, 0, handle_seconds, 0, 0 from {{ ref('stg_kustomer__conversation_times') }} where handle_seconds is not null and user_id is not null
  union all
  select source_relation, csat_user_id, cast(rated_at as date), 0, 0, 0, 0, 0, 1, score from {{ ref('kustomer__conversations') }} where score is not null and rated_at is not null and csat_user_id is not null
)
select source_relation, user_id, day, sum(assigned) as assigned_conversations, sum(done) as done_conversations, sum(responses) as first_responses
  , sum(messages) as messages_sent, sum(handle_seconds) as handle_seconds, sum(surveys) as csat_responses, sum(score) as csat_score_sum
from moves group by 1, 2, 3
