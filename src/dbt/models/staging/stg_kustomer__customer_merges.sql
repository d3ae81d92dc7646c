{{ kustomer.staging('customer_merges', [
  ('customer_merge_id', 'text', 'id'),
  ('status', 'text', 'status'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at'),
  ('source_id', 'text', 'source.id'),
  ('target_id', 'text', 'target.id'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('customer_id', 'text', 'customer_id'),
  ('customer_updated_at', 'time', 'customer_updated_at')
]) }}
