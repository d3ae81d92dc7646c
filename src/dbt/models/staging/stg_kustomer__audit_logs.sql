{{ kustomer.staging('audit_logs', [
  ('audit_log_id', 'text', 'id'),
  ('event_name', 'text', 'event_name'),
  ('event_verb', 'text', 'event_verb'),
  ('user_id', 'text', 'user_id'),
  ('user_type', 'text', 'user_type'),
  ('object_id', 'text', 'object_id'),
  ('object_type', 'text', 'object_type'),
  ('client', 'text', 'client'),
  ('ip', 'text', 'ip'),
  ('created_at', 'time', 'created_at'),
  ('published_at', 'time', 'published_at'),
  ('expires_at', 'time', 'expires_at'),
  ('customer_id', 'text', 'customer.id')
]) }}
