{{ kustomer.staging('ai_summaries', [
  ('ai_summary_id', 'text', 'id'),
  ('conversation_id', 'text', 'conversation_id'),
  ('customer_id', 'text', 'customer.id'),
  ('resource_id', 'text', 'resource_id'),
  ('resource_type', 'text', 'resource_type'),
  ('summary', 'text', 'attributes.summary'),
  ('text', 'text', 'text'),
  ('lang', 'text', 'attributes.lang'),
  ('status', 'text', 'attributes.status'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at'),
  ('modified_at', 'time', 'modified_at'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id'),
  ('conversation_updated_at', 'time', 'conversation_updated_at'),
  ('attributes', 'json', 'attributes')
]) }}
