{{ kustomer.staging('customer_sessions', [
  ('customer_session_id', 'text', 'id'),
  ('session_id', 'text', 'session_id'),
  ('customer_id', 'text', 'customer_id'),
  ('event_count', 'integer', 'count'),
  ('first_event_at', 'time', 'first_event_at'),
  ('last_event_at', 'time', 'last_event_at'),
  ('customer_updated_at', 'time', 'customer_updated_at')
]) }}
