{{ kustomer.staging('routing_settings', [
  ('routing_setting_id', 'text', 'id'),
  ('is_enabled', 'boolean', 'enabled'),
  ('work_item_capacity', 'integer', 'work_item_capacity'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at'),
  ('modified_at', 'time', 'modified_at'),
  ('team_id', 'text', 'team.id'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id')
]) }}
