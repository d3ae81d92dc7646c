select source_relation, conversation_id, value as tag_id from (
{{ kustomer.unnest_json(ref('stg_kustomer__conversations'), ['source_relation', 'conversation_id'], 'tag_ids') }}
) as tags
