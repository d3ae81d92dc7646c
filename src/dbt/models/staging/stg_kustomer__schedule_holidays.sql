{{ kustomer.staging('schedule_holidays', [
  ('schedule_holiday_id', 'text', 'id'),
  ('name', 'text', 'name'),
  ('start_date', 'time', 'start_date'),
  ('end_date', 'time', 'end_date'),
  ('description', 'text', 'description'),
  ('is_enabled', 'boolean', 'enabled'),
  ('created_at', 'time', 'created_at'),
  ('modified_at', 'time', 'modified_at'),
  ('updated_at', 'time', 'updated_at'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id'),
  ('schedule_id', 'text', 'schedule.id')
]) }}
