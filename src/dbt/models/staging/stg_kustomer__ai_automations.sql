{{ kustomer.staging('ai_automations', [
  ('ai_automation_id', 'text', 'id'),
  ('name', 'text', 'name'),
  ('description', 'text', 'description'),
  ('automation_type', 'text', 'attributes_type'),
  ('is_enabled', 'boolean', 'attributes.enabled'),
  ('machine_user_id', 'text', 'machine_user_id'),
  ('version', 'integer', 'version'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at'),
  ('modified_at', 'time', 'modified_at'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id'),
  ('attributes', 'json', 'attributes')
]) }}
