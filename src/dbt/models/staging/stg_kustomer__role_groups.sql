{{ kustomer.staging('role_groups', [
  ('role_group_id', 'text', 'id'),
  ('name', 'text', 'name'),
  ('description', 'text', 'description'),
  ('is_displayed', 'boolean', 'display'),
  ('is_system', 'boolean', 'system'),
  ('role_count', 'size', 'roles'),
  ('roles', 'json', 'roles'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at')
]) }}
