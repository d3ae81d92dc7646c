{# One staging model: `columns` are (name, kind, path) with a kind of text, integer, number, boolean, time, seconds, milliseconds
   (staged in seconds), json or size (of an array). A negative duration is null. Reads every schema of the loader; a table or a column that is not there is null.
   `keep_deleted` is for names that older records still point at: users, teams, tags and queues. #}
{% macro staging(stream, columns, incremental=false, keep_deleted=false, keys=['id']) %}
  {%- do source('kustomer', stream) -%} {#- for the lineage; the tables are found by tables() -#}
  {%- set found = kustomer.tables(stream) -%}
  {%- set custom = kustomer.custom_names(stream, found) if stream in var('kustomer_streams_with_custom', ['conversations', 'customers', 'companies', 'messages', 'kobjects']) else [] -%}
  {%- for schema, relation, loaded in found %}
select '{{ schema }}' as source_relation
  {%- for name, kind, path in columns %}
  , {{ kustomer.staged(loaded, kind, path.split('.')) }} as {{ name }}
  {%- endfor %}
  {%- for name in custom %}
  , {{ kustomer.staged(loaded, kustomer.custom_kind(name), ['custom', name]) }} as custom_{{ modules.re.sub('[^a-z0-9_]', '_', name | lower) }}
  {%- endfor %}
from (
  select *, row_number() over (partition by {{ keys | join(', ') }} order by
    {%- for c in ['updated_at', 'conversation_updated_at', 'rev', '_sdc_extracted_at', '_sdc_batched_at'] if c in loaded %} {{ c }} desc nulls last,{% endfor %} {{ keys[0] }}) as _version
  from {{ relation }}
  {%- if incremental and is_incremental() and 'updated_at' in loaded %}
  where id in (
    select id from {{ relation }} where coalesce({{ kustomer.staged(loaded, 'time', ['updated_at']) }} >= (
      select {{ dbt.dateadd('day', -var('kustomer_lookback_days', 3), 'max(updated_at)') }} from {{ this }} where source_relation = '{{ schema }}'), true)
      {%- if '_sdc_deleted_at' in loaded %} or _sdc_deleted_at is not null{% endif %}
  )
  {%- endif %}
) as versions
where _version = 1
  {%- if not var('kustomer_keep_deleted', false) and not incremental and not keep_deleted %}{{ kustomer.not_deleted(loaded) }}{% endif %}
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

{% macro not_deleted(loaded) %}
  {%- for c in ['_sdc_deleted_at', 'deleted_at'] if c in loaded %} and {{ c }} is null{% endfor -%}
  {%- if 'deleted' in loaded %} and coalesce(deleted, false) = false{% endif -%}
{% endmacro %}

{# (schema, relation, {name: column}) of each schema that has the stream's table; the names are in lower case. #}
{% macro tables(stream) %}
  {%- set found = [] -%}
  {%- if execute and var('kustomer__' ~ stream ~ '_enabled', true) -%}
    {%- for schema in var('kustomer_schemas', []) or [var('kustomer_schema', 'tap_kustomer')] -%}
      {%- set relation = adapter.get_relation(database=var('kustomer_database', target.database), schema=schema, identifier=stream) -%}
      {%- if relation -%}
        {%- set loaded = {} -%}
        {%- for c in adapter.get_columns_in_relation(relation) -%}{%- do loaded.update({c.name | lower: c}) -%}{%- endfor -%}
        {%- do found.append((schema, relation, loaded)) -%}
      {%- endif -%}
    {%- endfor -%}
  {%- endif -%}
  {{ return(found) }}
{% endmacro %}

{# The value at a path, from a JSON column, from columns a loader has flattened (a__b), and from text that did not fit (a__v_text). #}
{% macro staged(loaded, kind, path) %}
  {%- set values = [] -%}
  {%- for size in range(path | length, 0, -1) -%}
    {%- set name = path[:size] | join('__') | lower -%}
    {%- set rest = path[size:] -%}
    {%- if name in loaded -%}
      {%- do values.append(kustomer.value(loaded[name], kind, rest)) -%}
    {%- endif -%}
    {%- if (name ~ '__v_text') in loaded and kind not in ('json', 'size') -%}
      {%- if not rest -%}{%- do values.append(kustomer.try_cast(loaded[name ~ '__v_text'].quoted, kind)) -%}
      {%- elif rest == ['id'] -%}{%- do values.append('nullif(' ~ loaded[name ~ '__v_text'].quoted ~ ", '')") -%}{%- endif -%}
    {%- endif -%}
  {%- endfor -%}
  {%- if kind == 'json' -%}{{ values[0] if values else 'cast(null as ' ~ kustomer.type_json() ~ ')' }}
  {%- elif kind == 'size' -%}{{ values[0] if values else '0' }}
  {%- elif not values -%}cast(null as {{ kustomer.type_of(kind) }})
  {%- else -%}
    {%- set found = ('coalesce(' ~ values | join(', ') ~ ')') if values | length > 1 else values[0] -%}
    {%- if kind not in ('seconds', 'milliseconds') -%}{{ found }}{%- else -%}case when {{ found }} >= 0 then {{ found }}{{ ' / 1000.0' if kind == 'milliseconds' }} end{%- endif -%}
  {%- endif -%}
{% endmacro %}

{% macro value(column, kind, rest) %}
  {%- set name = column.quoted -%}
  {%- set type = kustomer.plain_type(column) -%}
  {%- set path = [] -%}
  {%- for p in rest -%}{%- do path.append(p | int if p.isdigit() else p) -%}{%- endfor -%}
  {%- if kind == 'json' -%}{{ kustomer.as_json(name, type) if not path else kustomer.json_part(kustomer.as_json(name, type), path) }}
  {%- elif kind == 'size' -%}{{ kustomer.json_size(kustomer.as_json(name, type)) }}
  {%- elif path and kind == 'text' and path | length == 1 and column.name | lower == 'custom' -%}nullif({{ kustomer.json_joined(kustomer.as_json(name, type), path) }}, '')
  {%- elif path -%}{{ kustomer.cast_text(kustomer.json_text(kustomer.as_json(name, type), path), kind) }}
  {%- elif kind == 'text' -%}nullif(cast({{ name }} as {{ dbt.type_string() }}), '')
  {%- elif kind == 'time' and ('with time zone' in type or type in ('timestamptz', 'timestamp_tz', 'timestamp_ltz')) -%}{{ kustomer.zoned_time(name) }}
  {%- elif kind == 'time' and type in ('text', 'character varying', 'varchar', 'string') -%}{{ kustomer.text_time(name) }}
  {%- else -%}cast({{ name }} as {{ kustomer.type_of(kind) }})
  {%- endif -%}
{% endmacro %}

{# A column's type in lower case, without the size that some warehouses add: character varying(256). #}
{% macro plain_type(column) %}{{ return((column.data_type | lower).split('(')[0]) }}{% endmacro %}

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
  {%- for schema, relation, loaded in found -%}
    {%- if 'custom' in loaded -%}
      {%- set query -%}select distinct name from ({{ kustomer.members(relation, [], kustomer.as_json(loaded['custom'].quoted, kustomer.plain_type(loaded['custom']))) }}) as custom_members order by 1{%- endset -%}
      {%- for row in run_query(query).rows if not row[0].endswith('__v_text') and row[0] not in names -%}{%- do names.append(row[0]) -%}{%- endfor -%}
    {%- endif -%}
    {%- for c in loaded if c.startswith('custom__') and not c.endswith('__v_text') and c[8:] not in names -%}{%- do names.append(c[8:]) -%}{%- endfor -%}
  {%- endfor -%}
  {{ return(names | sort) }}
{% endmacro %}
{% macro custom_kind(name) %}
  {{- return('number' if name.endswith('_num') else 'boolean' if name.endswith('_bool') else 'time' if name.endswith('_at') else 'text') -}}
{% endmacro %}
