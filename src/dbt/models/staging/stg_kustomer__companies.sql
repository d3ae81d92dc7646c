{{ kustomer.staging('companies', [
  ('company_id', 'text', 'id'),
  ('name', 'text', 'name'),
  ('created_at', 'time', 'created_at'),
  ('updated_at', 'time', 'updated_at'),
  ('modified_at', 'time', 'modified_at'),
  ('rev', 'integer', 'rev'),
  ('external_id', 'text', 'external_id'),
  ('avatar_url', 'text', 'avatar_url'),
  ('employee_count', 'integer', 'employee_count'),
  ('imported_at', 'time', 'imported_at'),
  ('default_lang', 'text', 'default_lang'),
  ('deleted_at', 'time', 'deleted_at'),
  ('created_by_user_id', 'text', 'created_by.id'),
  ('modified_by_user_id', 'text', 'modified_by.id'),
  ('domain', 'text', 'domains.0.domain'),
  ('email', 'text', 'emails.0.email')
]) }}
