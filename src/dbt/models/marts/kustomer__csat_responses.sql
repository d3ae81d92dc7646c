with copies as (
  select source_relation, conversation_id, csat_response_id, csat_form_id, csat_user_id, csat_channel, csat_rating, csat_score, csat_updated_at
  from {{ ref('stg_kustomer__conversations') }} where csat_score is not null or csat_rating is not null
), answers as (
  select source_relation, conversation_id, satisfaction_response_id, satisfaction_form_id, sent_by_user_id, channel, rating, score, submitted_at, updated_at
  from {{ ref('stg_kustomer__satisfaction_responses') }} where score is not null or rating is not null
), surveys as (
  select coalesce(a.source_relation, k.source_relation) as source_relation, coalesce(k.conversation_id, a.conversation_id) as conversation_id
    , coalesce(a.satisfaction_response_id, k.csat_response_id) as satisfaction_response_id
    , coalesce(a.satisfaction_form_id, k.csat_form_id) as csat_form_id, coalesce(a.sent_by_user_id, k.csat_user_id) as user_id
    , coalesce(a.channel, k.csat_channel) as channel, coalesce(a.rating, k.csat_rating) as rating, coalesce(a.score, k.csat_score) as score
    , coalesce(a.submitted_at, k.csat_updated_at, a.updated_at) as rated_at
  from answers as a
  full outer join copies as k on k.source_relation = a.source_relation and k.csat_response_id = a.satisfaction_response_id
)
select s.*, row_number() over (partition by s.source_relation, s.conversation_id order by s.rated_at desc nulls last, s.satisfaction_response_id desc) = 1 as is_latest
from surveys as s
join {{ ref('stg_kustomer__conversations') }} as c on c.source_relation = s.source_relation and c.conversation_id = s.conversation_id
