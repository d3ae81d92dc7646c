{{ config(enabled=var('kustomer__work_items_enabled', true)) }}
select w.*, case when w.queued_count > 1 then null else {{ kustomer.seconds_between('w.first_enter_queue_at', 'w.accepted_at') }} end as wait_seconds
  , c.status as conversation_status, q.name as queue_name
from {{ ref('stg_kustomer__work_items') }} as w
left join {{ ref('stg_kustomer__conversations') }} as c on c.source_relation = w.source_relation and c.conversation_id = w.conversation_id
left join {{ ref('stg_kustomer__queues') }} as q on q.source_relation = w.source_relation and q.queue_id = w.queue_id
