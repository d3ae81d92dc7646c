{{ kustomer.staging('kb_articles', [
  ('kb_article_id', 'text', 'id'),
  ('title', 'text', 'title'),
  ('status', 'text', 'status'),
  ('scope', 'text', 'scope'),
  ('source', 'text', 'source'),
  ('meta_title', 'text', 'meta_title'),
  ('meta_description', 'text', 'meta_description'),
  ('published_at', 'time', 'published_at'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at'),
  ('modified_at', 'time', 'modified_at'),
  ('deleted_at', 'time', 'deleted_at'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id'),
  ('deleted_by_user_id', 'text', 'deleted_by.id')
]) }}
