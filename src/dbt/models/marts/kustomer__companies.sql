with totals as (
  select source_relation, company_id, count(*) as customers, sum(conversations) as conversations, sum(messages) as messages, sum(handle_seconds) as handle_seconds, sum(csat_responses) as csat_responses
  from {{ ref('kustomer__customers') }} where company_id is not null group by 1, 2
)
select c.*, coalesce(t.customers, 0) as customers, coalesce(t.conversations, 0) as conversations, coalesce(t.messages, 0) as messages
  , t.handle_seconds, coalesce(t.csat_responses, 0) as csat_responses
from {{ ref('stg_kustomer__companies') }} as c
left join totals as t on t.source_relation = c.source_relation and t.company_id = c.company_id
