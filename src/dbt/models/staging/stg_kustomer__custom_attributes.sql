{{ kustomer.staging('custom_attributes', [
  ('custom_attribute_id', 'text', 'id'),
  ('resource', 'text', 'resource')
]) }}
