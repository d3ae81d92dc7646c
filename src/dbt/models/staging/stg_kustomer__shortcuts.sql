{{ kustomer.staging('shortcuts', [
  ('shortcut_id', 'text', 'id'),
  ('name', 'text', 'name'),
  ('created_at', 'time', 'created_at'),
  ('modified_at', 'time', 'modified_at'),
  ('updated_at', 'time', 'updated_at'),
  ('is_private', 'boolean', 'is_private'),
  ('rev', 'integer', 'rev'),
  ('is_app_disabled', 'boolean', 'app_disabled'),
  ('deleted_at', 'time', 'deleted_at'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id'),
  ('parent_id', 'text', 'parent.id')
]) }}
