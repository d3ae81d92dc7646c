with totals as (
  select c.source_relation, c.customer_id, min(c.created_at) as first_conversation_at, max(c.created_at) as last_conversation_at
    , {{ kustomer.conversation_measures() }}
  from {{ ref('kustomer__conversations') }} as c group by 1, 2
)
select u.*, co.name as company_name_in_kustomer, t.first_conversation_at, t.last_conversation_at, coalesce(t.conversations, 0) as conversations
  , coalesce(t.done_conversations, 0) as done_conversations, coalesce(t.messages, 0) as messages, t.handle_seconds
  , coalesce(t.csat_responses, 0) as csat_responses, t.avg_csat_score
from {{ ref('stg_kustomer__customers') }} as u
left join totals as t on t.source_relation = u.source_relation and t.customer_id = u.customer_id
left join {{ ref('stg_kustomer__companies') }} as co on co.source_relation = u.source_relation and co.company_id = u.company_id
