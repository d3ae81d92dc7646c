{{ kustomer.staging('schedules', [
  ('schedule_id', 'text', 'id'),
  ('name', 'text', 'name'),
  ('timezone', 'text', 'timezone'),
  ('is_default', 'boolean', 'default'),
  ('created_at', 'time', 'created_at'),
  ('modified_at', 'time', 'modified_at'),
  ('updated_at', 'time', 'updated_at'),
  ('deleted_at', 'time', 'deleted_at'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id')
]) }}
