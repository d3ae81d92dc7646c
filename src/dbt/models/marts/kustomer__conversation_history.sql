{%- set keys = ['source_relation', 'conversation_event_id', 'conversation_id', 'created_at', 'created_by_user_id'] -%}
with changes as (
  select 'attribute' as kind, a.* from ({{ kustomer.members(ref('stg_kustomer__conversation_events'), keys, 'changed_attributes') }}) as a
  union all
  select 'relationship' as kind, r.* from ({{ kustomer.members(ref('stg_kustomer__conversation_events'), keys, 'changed_relationships') }}) as r
)
select source_relation, conversation_event_id, kind, name as attribute, conversation_id, created_at as changed_at, created_by_user_id as changed_by_user_id
  , {{ kustomer.json_text('value', ['op']) }} as operation
  , coalesce({{ kustomer.json_text('value', ['before', 'id']) }}, {{ kustomer.json_text('value', ['before', 0]) }}, {{ kustomer.json_text('value', ['before']) }}) as value_before
  , coalesce({{ kustomer.json_text('value', ['after', 'id']) }}, {{ kustomer.json_text('value', ['after', 0]) }}, {{ kustomer.json_text('value', ['after']) }}) as value_after
from changes
