{{ kustomer.staging('outbound_accounts', [
  ('channel', 'text', 'channel'),
  ('account', 'text', 'account'),
  ('name', 'text', 'name'),
  ('account_type', 'text', 'type')
], keys=['channel', 'account']) }}
