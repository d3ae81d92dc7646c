{{ kustomer.staging('queue_rules', [
  ('queue_rule_id', 'text', 'id'),
  ('name', 'text', 'name'),
  ('is_enabled', 'boolean', 'enabled'),
  ('rule_order', 'integer', 'attributes.order'),
  ('queue_id', 'text', 'queue.id'),
  ('criteria', 'json', 'criteria'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at'),
  ('modified_at', 'time', 'modified_at'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id'),
  ('attributes', 'json', 'attributes')
]) }}
