{{ kustomer.staging('conversation_handle_times', [
  ('conversation_handle_time_id', 'text', 'id'),
  ('conversation_id', 'text', 'conversation_id'),
  ('user_id', 'text', 'created_by.id'),
  ('created_at', 'time', 'created_at'),
  ('handle_at', 'time', 'handle_at'),
  ('handle_seconds', 'milliseconds', 'handle_time'),
  ('message_seconds', 'milliseconds', 'message_time'),
  ('note_seconds', 'milliseconds', 'note_time')
]) }}
