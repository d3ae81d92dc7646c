{{ kustomer.staging('work_items', [
  ('work_item_id', 'text', 'id'),
  ('conversation_id', 'text', 'conversation_id'),
  ('status', 'text', 'status'),
  ('queue_id', 'text', 'queue.id'),
  ('user_id', 'text', 'user.id'),
  ('team_id', 'text', 'team.id'),
  ('queued_count', 'integer', 'queued_count'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at')
]) }}
