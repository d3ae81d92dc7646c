{{ kustomer.staging('queues', [
  ('queue_id', 'text', 'id'),
  ('name', 'text', 'name'),
  ('display_name', 'text', 'display_name'),
  ('description', 'text', 'description'),
  ('key', 'text', 'key'),
  ('priority', 'integer', 'priority'),
  ('item_size', 'integer', 'item_size'),
  ('is_system', 'boolean', 'system'),
  ('is_restrict_transfers_by_users', 'boolean', 'restrict_transfers_by_users'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at'),
  ('modified_at', 'time', 'modified_at'),
  ('deleted_at', 'time', 'deleted_at'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id'),
  ('deleted_by_user_id', 'text', 'deleted_by.id')
]) }}
