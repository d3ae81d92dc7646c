{# One staging model: `columns` are (name, kind, path) with a kind of text, integer, number, boolean, time, milliseconds (staged in
   seconds), json or size (of an array). Reads every schema of the loader; a table or a column that is not there is null.
   `keep_deleted` is for names that older records still point at: users, teams, tags and queues. #}
{% macro staging(stream, columns, incremental=false, keep_deleted=false) %}
  {%- do source('kustomer', stream) -%} {#- for the lineage; the tables are found by tables() -#}
  {%- set found = kustomer.tables(stream) -%}
  {%- set custom = kustomer.custom_names(stream, found) if stream in var('kustomer_streams_with_custom', ['conversations', 'customers', 'companies', 'messages', 'kobjects']) else [] -%}
  {%- for schema, relation, types in found %}
select '{{ schema }}' as source_relation
  {%- for name, kind, path in columns %}
  , {{ kustomer.staged(types, kind, path.split('.')) }} as {{ name }}
  {%- endfor %}
  {%- for name in custom %}
  , {{ kustomer.staged(types, kustomer.custom_kind(name), ['custom', name]) }} as custom_{{ modules.re.sub('[^a-z0-9_]', '_', name | lower) }}
  {%- endfor %}
from (
  select *, row_number() over (partition by id order by
    {%- for c in ['updated_at', 'conversation_updated_at', 'rev', '_sdc_extracted_at', '_sdc_batched_at'] if c in types %} {{ c }} desc nulls last,{% endfor %} id) as _version
  from {{ relation }}
  {%- if incremental and is_incremental() and 'updated_at' in types %}
  where coalesce({{ kustomer.staged(types, 'time', ['updated_at']) }} >= (
    select {{ dbt.dateadd('day', -var('kustomer_lookback_days', 3), 'max(updated_at)') }} from {{ this }} where source_relation = '{{ schema }}'), true)
    {%- if '_sdc_deleted_at' in types %} or _sdc_deleted_at is not null{% endif %}
  {%- endif %}
) as versions
where _version = 1
  {%- if not var('kustomer_keep_deleted', false) and not incremental and not keep_deleted %}{{ kustomer.not_deleted(types) }}{% endif %}
  {%- if not loop.last %}
union all
  {%- endif %}
  {%- else %}
select cast(null as {{ dbt.type_string() }}) as source_relation
  {%- for name, kind, path in columns %}
  , {{ kustomer.staged({}, kind, path.split('.')) }} as {{ name }}
  {%- endfor %}
where 1 = 0
  {%- endfor %}
{% endmacro %}

{% macro not_deleted(types) %}
  {%- for c in ['_sdc_deleted_at', 'deleted_at'] if c in types %} and {{ c }} is null{% endfor -%}
  {%- if 'deleted' in types %} and coalesce(deleted, false) = false{% endif -%}
{% endmacro %}

{# (schema, relation, {column: type}) of each schema that has the stream's table. #}
{% macro tables(stream) %}
  {%- set found = [] -%}
  {%- if execute and var('kustomer__' ~ stream ~ '_enabled', true) -%}
    {%- for schema in var('kustomer_schemas', []) or [var('kustomer_schema', 'tap_kustomer')] -%}
      {%- set relation = adapter.get_relation(database=var('kustomer_database', target.database), schema=schema, identifier=stream) -%}
      {%- if relation -%}
        {%- set types = {} -%}
        {%- for c in adapter.get_columns_in_relation(relation) -%}{%- do types.update({c.name | lower: c.data_type | lower}) -%}{%- endfor -%}
        {%- do found.append((schema, relation, types)) -%}
      {%- endif -%}
    {%- endfor -%}
  {%- endif -%}
  {{ return(found) }}
{% endmacro %}

{# The value at a path, from a JSON column, from columns a loader has flattened (a__b), and from text that did not fit (a__v_text). #}
{% macro staged(types, kind, path) %}
  {%- set values = [] -%}
  {%- for size in range(path | length, 0, -1) -%}
    {%- set name = path[:size] | join('__') | lower -%}
    {%- set rest = path[size:] -%}
    {%- if name in types -%}
      {%- do values.append(kustomer.value(adapter.quote(name), types[name], kind, rest)) -%}
    {%- endif -%}
    {%- if (name ~ '__v_text') in types and kind not in ('json', 'size') -%}
      {%- if not rest -%}{%- do values.append(kustomer.try_cast(adapter.quote(name ~ '__v_text'), kind)) -%}
      {%- elif rest == ['id'] -%}{%- do values.append('nullif(' ~ adapter.quote(name ~ '__v_text') ~ ", '')") -%}{%- endif -%}
    {%- endif -%}
  {%- endfor -%}
  {%- if kind == 'json' -%}{{ values[0] if values else 'cast(null as ' ~ kustomer.type_json() ~ ')' }}
  {%- elif kind == 'size' -%}{{ values[0] if values else '0' }}
  {%- elif not values -%}cast(null as {{ kustomer.type_of(kind) }})
  {%- elif kind == 'milliseconds' -%}{{ ('coalesce(' ~ values | join(', ') ~ ')') if values | length > 1 else values[0] }} / 1000.0
  {%- else -%}{{ ('coalesce(' ~ values | join(', ') ~ ')') if values | length > 1 else values[0] }}
  {%- endif -%}
{% endmacro %}

{% macro value(column, type, kind, rest) %}
  {%- set path = [] -%}
  {%- for p in rest -%}{%- do path.append(p | int if p.isdigit() else p) -%}{%- endfor -%}
  {%- if kind == 'json' -%}{{ kustomer.as_json(column, type) if not path else kustomer.json_part(kustomer.as_json(column, type), path) }}
  {%- elif kind == 'size' -%}{{ kustomer.json_size(kustomer.as_json(column, type)) }}
  {%- elif path and kind == 'text' and path | length == 1 and column | replace('"', '') == 'custom' -%}nullif({{ kustomer.json_joined(kustomer.as_json(column, type), path) }}, '')
  {%- elif path -%}{{ kustomer.cast_text(kustomer.json_text(kustomer.as_json(column, type), path), kind) }}
  {%- elif kind == 'text' -%}nullif(cast({{ column }} as {{ dbt.type_string() }}), '')
  {%- elif kind == 'time' and ('with time zone' in type or type in ('timestamptz', 'timestamp_tz')) -%}{{ kustomer.zoned_time(column) }}
  {%- elif kind == 'time' and type in ('text', 'character varying', 'varchar', 'string') -%}{{ kustomer.text_time(column) }}
  {%- else -%}cast({{ column }} as {{ kustomer.type_of(kind) }})
  {%- endif -%}
{% endmacro %}

{% macro type_json() %}{{ return(adapter.dispatch('type_json', 'kustomer')()) }}{% endmacro %}
{% macro default__type_json() %}jsonb{% endmacro %}
{% macro duckdb__type_json() %}json{% endmacro %}
{% macro snowflake__type_json() %}variant{% endmacro %}
{% macro bigquery__type_json() %}json{% endmacro %}
{% macro redshift__type_json() %}super{% endmacro %}

{% macro json_part(json, path) %}{{ return(adapter.dispatch('json_part', 'kustomer')(json, path)) }}{% endmacro %}
{% macro default__json_part(json, path) %}({{ json }} #> '{{ '{"' ~ path | join('","') ~ '"}' }}'){% endmacro %}
{% macro duckdb__json_part(json, path) %}json_extract({{ json }}, '${% for p in path %}."{{ p }}"{% endfor %}'){% endmacro %}
{% macro snowflake__json_part(json, path) %}get_path({{ json }}, '{{ path | join('.') }}'){% endmacro %}
{% macro bigquery__json_part(json, path) %}json_query({{ json }}, '$.{{ path | join('.') }}'){% endmacro %}
{% macro redshift__json_part(json, path) %}({{ json }}).{{ path | join('.') }}{% endmacro %}

{% macro json_size(json) %}{{ return(adapter.dispatch('json_size', 'kustomer')(json)) }}{% endmacro %}
{% macro default__json_size(json) %}case jsonb_typeof({{ json }}) when 'array' then jsonb_array_length({{ json }}) else 0 end{% endmacro %}
{% macro duckdb__json_size(json) %}cast(coalesce(json_array_length({{ json }}), 0) as integer){% endmacro %}
{% macro snowflake__json_size(json) %}coalesce(array_size({{ json }}), 0){% endmacro %}
{% macro bigquery__json_size(json) %}coalesce(array_length(json_query_array({{ json }})), 0){% endmacro %}
{% macro redshift__json_size(json) %}coalesce(get_array_length({{ json }}), 0){% endmacro %}

{# The custom fields of a stream: as the variable names them, else all that its tables hold. #}
{% macro custom_names(stream, found) %}
  {%- set given = var('kustomer_custom', {}).get(stream) -%}
  {%- if given -%}{{ return(given) }}{%- endif -%}
  {%- set names = [] -%}
  {%- for schema, relation, types in found -%}
    {%- if 'custom' in types -%}
      {%- set query -%}select distinct name from ({{ kustomer.members(relation, [], kustomer.as_json('custom', types['custom'])) }}) as custom_members order by 1{%- endset -%}
      {%- for row in run_query(query).rows if not row[0].endswith('__v_text') and row[0] not in names -%}{%- do names.append(row[0]) -%}{%- endfor -%}
    {%- endif -%}
    {%- for c in types if c.startswith('custom__') and not c.endswith('__v_text') and c[8:] not in names -%}{%- do names.append(c[8:]) -%}{%- endfor -%}
  {%- endfor -%}
  {{ return(names | sort) }}
{% endmacro %}
{% macro custom_kind(name) %}
  {{- return('number' if name.endswith('_num') else 'boolean' if name.endswith('_bool') else 'time' if name.endswith('_at') else 'text') -}}
{% endmacro %}
