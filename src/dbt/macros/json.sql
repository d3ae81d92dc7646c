{# JSON and arrays. `column` is any expression, `type` the column's type as the warehouse names it: loaders store the same
   value as JSON, as an array or as text that holds JSON. Those of Snowflake, BigQuery and Redshift are compiled and parsed by the tests, but have not been run. #}

{% macro as_json(column, type) %}{{ return(adapter.dispatch('as_json', 'kustomer')(column, type | lower)) }}{% endmacro %}
{% macro default__as_json(column, type) %}
  {%- if type in ('text', 'character varying') %}cast({{ column }} as jsonb){% elif type == 'jsonb' %}{{ column }}{% else %}to_jsonb({{ column }}){% endif -%}
{% endmacro %}
{% macro duckdb__as_json(column, type) %}
  {%- if type == 'json' %}{{ column }}{% elif type == 'varchar' %}cast({{ column }} as json){% else %}to_json({{ column }}){% endif -%}
{% endmacro %}
{% macro snowflake__as_json(column, type) %}
  {%- if type in ('variant', 'object', 'array') %}to_variant({{ column }}){% else %}try_parse_json({{ column }}){% endif -%}
{% endmacro %}
{% macro bigquery__as_json(column, type) %}
  {%- if type == 'json' %}{{ column }}{% elif type == 'string' %}safe.parse_json({{ column }}){% else %}to_json({{ column }}){% endif -%}
{% endmacro %}
{% macro redshift__as_json(column, type) %}
  {%- if type == 'super' %}{{ column }}{% else %}json_parse({{ column }}){% endif -%}
{% endmacro %}

{# The text at a path: names lead into objects, numbers into arrays. #}
{% macro json_text(json, path) %}{{ return(adapter.dispatch('json_text', 'kustomer')(json, path)) }}{% endmacro %}
{% macro default__json_text(json, path) %}({{ json }} #>> '{{ '{"' ~ path | join('","') ~ '"}' }}'){% endmacro %}
{% macro duckdb__json_text(json, path) %}json_extract_string({{ json }}, '${% for p in path %}{% if p is number %}[{{ p }}]{% else %}."{{ p }}"{% endif %}{% endfor %}'){% endmacro %}
{% macro snowflake__json_text(json, path) %}get_path({{ json }}, '{% for p in path %}[{% if p is number %}{{ p }}{% else %}"{{ p }}"{% endif %}]{% endfor %}')::varchar{% endmacro %}
{% macro bigquery__json_text(json, path) %}json_value({{ json }}, '${% for p in path %}{% if p is number %}[{{ p }}]{% else %}."{{ p }}"{% endif %}{% endfor %}'){% endmacro %}
{% macro redshift__json_text(json, path) %}cast(({{ json }}){% for p in path %}[{% if p is number %}{{ p }}{% else %}'{{ p }}'{% endif %}]{% endfor %} as varchar){% endmacro %}

{# Rows of the columns `keys` and `value`, one for each distinct element of a JSON array. #}
{% macro unnest_json(relation, keys, json) %}{{ return(adapter.dispatch('unnest_json', 'kustomer')(relation, keys, json)) }}{% endmacro %}
{% macro default__unnest_json(relation, keys, json) %}
select distinct {{ keys | join(', ') }}, item.value from {{ relation }}
cross join lateral jsonb_array_elements_text(case jsonb_typeof({{ json }}) when 'array' then {{ json }} else '[]' end) as item(value)
{% endmacro %}
{% macro duckdb__unnest_json(relation, keys, json) %}
select distinct {{ keys | join(', ') }}, unnest(from_json({{ json }}, '["VARCHAR"]')) as value from {{ relation }} where json_type({{ json }}) = 'ARRAY'
{% endmacro %}
{% macro snowflake__unnest_json(relation, keys, json) %}
select distinct {{ keys | join(', ') }}, item.value::varchar as value from {{ relation }}, lateral flatten(input => {{ json }}) as item
{% endmacro %}
{% macro bigquery__unnest_json(relation, keys, json) %}
select distinct {{ keys | join(', ') }}, json_value(item) as value from {{ relation }} cross join unnest(json_query_array({{ json }})) as item
{% endmacro %}
{% macro redshift__unnest_json(relation, keys, json) %}
select distinct {{ keys | join(', ') }}, cast(item as varchar) as value from (select *, {{ json }} as items from {{ relation }}) as rows_, rows_.items as item
{% endmacro %}

{# Rows of `name` and `value`, one for each member of a JSON object. #}
{% macro members(relation, keys, json) %}{{ return(adapter.dispatch('members', 'kustomer')(relation, keys, json)) }}{% endmacro %}
{% macro default__members(relation, keys, json) %}
select {{ keys | join(', ') }}{{ ', ' if keys }}member.key as name, member.value from {{ relation }}
cross join lateral jsonb_each(case jsonb_typeof({{ json }}) when 'object' then {{ json }} else '{}' end) as member
{% endmacro %}
{% macro duckdb__members(relation, keys, json) %}
select {{ keys | join(', ') }}{{ ', ' if keys }}_name as name, json_extract(_json, '$."' || _name || '"') as value
from (select *, {{ json }} as _json, unnest(json_keys({{ json }})) as _name from {{ relation }}) as members
{% endmacro %}
{% macro snowflake__members(relation, keys, json) %}
select {{ keys | join(', ') }}{{ ', ' if keys }}member.key as name, member.value from {{ relation }}, lateral flatten(input => {{ json }}) as member
{% endmacro %}
{% macro bigquery__members(relation, keys, json) %}
select {{ keys | join(', ') }}{{ ', ' if keys }}name, {{ json }}[name] as value from {{ relation }} cross join unnest(json_keys({{ json }}, 1)) as name
{% endmacro %}
{% macro redshift__members(relation, keys, json) %}
select {{ keys | join(', ') }}{{ ', ' if keys }}name, value from (select *, {{ json }} as _json from {{ relation }}) as rows_, unpivot rows_._json as value at name
{% endmacro %}

{# The text at a path; the elements of an array are joined by a comma and a blank, since JSON's own blanks differ between warehouses. #}
{% macro json_joined(json, path) %}{{ return(adapter.dispatch('json_joined', 'kustomer')(json, path)) }}{% endmacro %}
{% macro default__json_joined(json, path) %}
  {%- set part = kustomer.json_part(json, path) -%}
  case jsonb_typeof({{ part }}) when 'array' then (select string_agg(item.value, ', ' order by item.place) from jsonb_array_elements_text(case jsonb_typeof({{ part }}) when 'array' then {{ part }} else '[]' end) with ordinality as item(value, place)) else {{ kustomer.json_text(json, path) }} end
{%- endmacro %}
{% macro duckdb__json_joined(json, path) %}
  {%- set part = kustomer.json_part(json, path) -%}
  case json_type({{ part }}) when 'ARRAY' then array_to_string(from_json({{ part }}, '["VARCHAR"]'), ', ') else {{ kustomer.json_text(json, path) }} end
{%- endmacro %}
{% macro snowflake__json_joined(json, path) %}coalesce(array_to_string(as_array({{ kustomer.json_part(json, path) }}), ', '), {{ kustomer.json_text(json, path) }}){% endmacro %}
{% macro bigquery__json_joined(json, path) %}coalesce(array_to_string(json_value_array({{ kustomer.json_part(json, path) }}), ', '), {{ kustomer.json_text(json, path) }}){% endmacro %}
{% macro redshift__json_joined(json, path) %}{{ kustomer.json_text(json, path) }}{% endmacro %}
