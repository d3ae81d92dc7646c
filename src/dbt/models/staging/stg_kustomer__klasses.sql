{{ kustomer.staging('klasses', [
  ('klass_id', 'text', 'id'),
  ('name', 'text', 'name'),
  ('display_name', 'text', 'display_name'),
  ('color', 'text', 'color'),
  ('klass_schema', 'text', 'klass_schema'),
  ('app_version', 'text', 'app_version'),
  ('is_app_disabled', 'boolean', 'app_disabled'),
  ('status', 'text', 'status'),
  ('updated_at', 'time', 'updated_at'),
  ('created_at', 'time', 'created_at'),
  ('s3_data_url', 'text', 's3_data_url')
]) }}
