{{ kustomer.staging('sla_versions', [
  ('sla_version_id', 'text', 'id'),
  ('name', 'text', 'name'),
  ('description', 'text', 'description'),
  ('version', 'integer', 'version'),
  ('hours', 'text', 'hours'),
  ('created_at', 'time', 'created_at'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('sla_id', 'text', 'sla.id')
]) }}
