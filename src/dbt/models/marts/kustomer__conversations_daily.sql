select c.source_relation, {{ kustomer.day('c.created_at') }} as day, c.channel, c.queue_id
  , {{ kustomer.conversation_measures() }}
from {{ ref('kustomer__conversations') }} as c group by 1, 2, 3, 4
