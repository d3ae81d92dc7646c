select * from {{ ref('base_kustomer__messages') }}
{% if not var('kustomer_keep_deleted', false) %}where (is_deleted is null or not is_deleted) and deleted_at is null and _deleted_at is null{% endif %}
