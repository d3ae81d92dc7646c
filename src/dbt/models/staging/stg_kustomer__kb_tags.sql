{{ kustomer.staging('kb_tags', [
  ('kb_tag_id', 'text', 'id'),
  ('name', 'text', 'name'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at'),
  ('modified_at', 'time', 'modified_at'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id'),
  ('attributes', 'json', 'attributes')
]) }}
