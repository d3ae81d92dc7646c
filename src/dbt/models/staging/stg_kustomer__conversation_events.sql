{{ kustomer.staging('conversation_events', [
  ('conversation_event_id', 'text', 'id'),
  ('name', 'text', 'name'),
  ('attributes_type', 'text', 'attributes_type'),
  ('published_at', 'time', 'published_at'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at'),
  ('modified_at', 'time', 'modified_at'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id'),
  ('customer_id', 'text', 'customer.id'),
  ('conversation_id', 'text', 'conversation.id'),
  ('conversation_updated_at', 'time', 'conversation_updated_at'),
  ('changed_attributes', 'json', 'changes.attributes'),
  ('changed_relationships', 'json', 'changes.relationships')
]) }}
