select * from {{ ref('base_kustomer__conversations') }}
{% if not var('kustomer_keep_deleted', false) %}where coalesce(is_deleted, false) = false and deleted_at is null and _deleted_at is null{% endif %}
