{{ kustomer.staging('cards', [
  ('card_id', 'text', 'id'),
  ('name', 'text', 'name'),
  ('description', 'text', 'description'),
  ('url', 'text', 'url'),
  ('is_enabled', 'boolean', 'attributes.enabled'),
  ('contexts', 'json', 'contexts'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at'),
  ('modified_at', 'time', 'modified_at'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id'),
  ('attributes', 'json', 'attributes')
]) }}
