select t.source_relation, t.team_id, t.name as team_name
  , {{ kustomer.conversation_measures() }}
from {{ ref('stg_kustomer__teams') }} as t
left join {{ ref('kustomer__conversations') }} as c on c.source_relation = t.source_relation and c.assigned_team_id = t.team_id
group by 1, 2, 3
