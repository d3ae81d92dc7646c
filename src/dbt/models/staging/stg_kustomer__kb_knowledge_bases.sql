{{ kustomer.staging('kb_knowledge_bases', [
  ('knowledge_base_id', 'text', 'id'),
  ('name', 'text', 'name'),
  ('is_enabled', 'boolean', 'attributes.enabled'),
  ('default_lang', 'text', 'attributes.default_lang'),
  ('brand_id', 'text', 'brand.id'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at'),
  ('modified_at', 'time', 'modified_at'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id'),
  ('attributes', 'json', 'attributes')
]) }}
