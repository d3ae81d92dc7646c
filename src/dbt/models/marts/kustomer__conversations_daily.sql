select c.source_relation, cast(c.created_at as date) as day, c.channel, c.queue_id
  , {{ kustomer.conversation_measures() }}
from {{ ref('kustomer__conversations') }} as c group by 1, 2, 3, 4
