select c.source_relation, {{ kustomer.day('c.created_at') }} as day, ct.tag_id, t.name as tag_name
  , {{ kustomer.conversation_measures() }}
from {{ ref('kustomer__conversations') }} as c
join {{ ref('stg_kustomer__conversation_tags') }} as ct on ct.source_relation = c.source_relation and ct.conversation_id = c.conversation_id
left join {{ ref('stg_kustomer__tags') }} as t on t.source_relation = ct.source_relation and t.tag_id = ct.tag_id
group by 1, 2, 3, 4
