{{ kustomer.staging('brands', [
  ('brand_id', 'text', 'id'),
  ('name', 'text', 'name'),
  ('is_default', 'boolean', 'default'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at'),
  ('modified_at', 'time', 'modified_at'),
  ('icon_url', 'text', 'icon_url'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id')
]) }}
