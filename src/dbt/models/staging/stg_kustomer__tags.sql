{{ kustomer.staging('tags', [
  ('tag_id', 'text', 'id'),
  ('name', 'text', 'name'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at'),
  ('modified_at', 'time', 'modified_at'),
  ('deleted_at', 'time', 'deleted_at'),
  ('color', 'text', 'color'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id'),
  ('deleted_by_user_id', 'text', 'deleted_by.id')
]) }}
