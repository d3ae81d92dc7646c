{{ kustomer.staging('attachments', [
  ('attachment_id', 'text', 'id'),
  ('name', 'text', 'name'),
  ('content_type', 'text', 'content_type'),
  ('content_length', 'integer', 'content_length'),
  ('is_redacted', 'boolean', 'redacted'),
  ('is_uploaded', 'boolean', 'uploaded'),
  ('message_id', 'text', 'message.id'),
  ('conversation_id', 'text', 'conversation_id'),
  ('conversation_updated_at', 'time', 'conversation_updated_at')
]) }}
