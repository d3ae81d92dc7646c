select v.source_relation, v.sla_version_id, v.sla_id, v.name as sla_name, v.version as version_number
  , v.version = s.current_version as is_current
  , {{ kustomer.conversation_measures() }}
from {{ ref('stg_kustomer__sla_versions') }} as v
left join {{ ref('stg_kustomer__slas') }} as s on s.source_relation = v.source_relation and s.sla_id = v.sla_id
left join {{ ref('kustomer__conversations') }} as c on c.source_relation = v.source_relation and c.sla_version_id = v.sla_version_id
group by 1, 2, 3, 4, 5, 6
