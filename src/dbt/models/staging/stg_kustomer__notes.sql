{{ kustomer.staging('notes', [
  ('note_id', 'text', 'id'),
  ('body', 'text', 'body'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at'),
  ('external_id', 'text', 'external_id'),
  ('modified_at', 'time', 'modified_at'),
  ('deleted_at', 'time', 'deleted_at'),
  ('imported_at', 'time', 'imported_at'),
  ('lang', 'text', 'lang'),
  ('customer_id', 'text', 'customer.id'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('conversation_id', 'text', 'conversation.id'),
  ('modified_by_user_id', 'text', 'modified_by.id'),
  ('deleted_by_user_id', 'text', 'deleted_by.id')
]) }}
