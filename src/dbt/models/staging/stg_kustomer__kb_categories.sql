{{ kustomer.staging('kb_categories', [
  ('kb_category_id', 'text', 'id'),
  ('is_published', 'boolean', 'published'),
  ('is_root', 'boolean', 'root'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at'),
  ('modified_at', 'time', 'modified_at'),
  ('knowledge_base_id', 'text', 'knowledge_base.id'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id')
]) }}
