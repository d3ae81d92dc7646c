{{ kustomer.staging('slas', [
  ('sla_id', 'text', 'id'),
  ('current_version', 'integer', 'current_version'),
  ('created_at', 'time', 'created_at'),
  ('created_by_user_id', 'text', 'created_by.id')
]) }}
