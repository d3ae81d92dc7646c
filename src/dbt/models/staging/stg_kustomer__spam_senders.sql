{{ kustomer.staging('spam_senders', [
  ('spam_sender_id', 'text', 'id'),
  ('sender', 'text', 'sender'),
  ('channel', 'text', 'channel'),
  ('list_name', 'text', 'list'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at'),
  ('modified_at', 'time', 'modified_at'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id')
]) }}
