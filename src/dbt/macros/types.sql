{# Types, casts and days. Every time leaves staging as a timestamp without time zone, in UTC. #}

{% macro type_double() %}{{ return(adapter.dispatch('type_double', 'kustomer')()) }}{% endmacro %}
{% macro default__type_double() %}double precision{% endmacro %}
{% macro duckdb__type_double() %}double{% endmacro %}
{% macro bigquery__type_double() %}float64{% endmacro %}

{% macro type_of(kind) %}
  {{- return({'text': dbt.type_string(), 'number': kustomer.type_double(), 'seconds': kustomer.type_double(), 'milliseconds': kustomer.type_double(), 'integer': dbt.type_bigint(),
              'boolean': dbt.type_boolean(), 'time': kustomer.type_time()}[kind]) -}}
{% endmacro %}
{% macro type_time() %}{{ return(adapter.dispatch('type_time', 'kustomer')()) }}{% endmacro %}
{% macro default__type_time() %}timestamp{% endmacro %}
{% macro snowflake__type_time() %}timestamp_ntz{% endmacro %}
{% macro bigquery__type_time() %}datetime{% endmacro %}

{# A time written as text with an offset. #}
{% macro text_time(text) %}{{ return(adapter.dispatch('text_time', 'kustomer')(text)) }}{% endmacro %}
{% macro default__text_time(text) %}(cast({{ text }} as timestamp with time zone) at time zone 'UTC'){% endmacro %}
{% macro duckdb__text_time(text) %}cast({{ text }} as timestamp){% endmacro %}
{% macro snowflake__text_time(text) %}convert_timezone('UTC', {{ text }}::timestamp_tz)::timestamp_ntz{% endmacro %}
{% macro bigquery__text_time(text) %}datetime(timestamp({{ text }}), 'UTC'){% endmacro %}

{# A time column that has a zone. #}
{% macro zoned_time(column) %}{{ return(adapter.dispatch('zoned_time', 'kustomer')(column)) }}{% endmacro %}
{% macro default__zoned_time(column) %}({{ column }} at time zone 'UTC'){% endmacro %}
{% macro snowflake__zoned_time(column) %}convert_timezone('UTC', {{ column }})::timestamp_ntz{% endmacro %}
{% macro bigquery__zoned_time(column) %}datetime({{ column }}, 'UTC'){% endmacro %}

{# What can be cast from text without loss; null where it cannot. The form is checked first, since casts accept different things. #}
{% macro try_cast(text, kind) %}
  {%- set number = '^[+-]?[0-9]{1,255}([.][0-9]+)?$' -%}
  {%- set forms = {'integer': '^[+-]?[0-9]{1,18}$', 'number': number, 'seconds': number, 'milliseconds': number, 'boolean': '^(true|false)$',
      'time': '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?(Z|[+-][01][0-9]:[0-5][0-9])?)?$'} -%}
  {%- if kind == 'text' %}{{ text }}{% else %}case when {{ kustomer.matches(text, forms[kind]) }} then {{ kustomer.cast_text(text, kind) }} end{% endif -%}
{% endmacro %}
{% macro matches(text, form) %}{{ return(adapter.dispatch('matches', 'kustomer')(text, form)) }}{% endmacro %}
{% macro default__matches(text, form) %}{{ text }} ~ '{{ form }}'{% endmacro %}
{% macro duckdb__matches(text, form) %}regexp_matches({{ text }}, '{{ form }}'){% endmacro %}
{% macro snowflake__matches(text, form) %}regexp_like({{ text }}, '{{ form }}'){% endmacro %}
{% macro bigquery__matches(text, form) %}regexp_contains({{ text }}, r'{{ form }}'){% endmacro %}

{# An empty text is null: one of the loaders cannot tell the two apart. #}
{% macro cast_text(text, kind) %}
  {%- if kind == 'text' %}nullif({{ text }}, ''){% elif kind == 'time' %}{{ kustomer.text_time(text) }}{% else %}cast({{ text }} as {{ kustomer.type_of(kind) }}){% endif -%}
{% endmacro %}

{% macro days(first, last) %}{{ return(adapter.dispatch('days', 'kustomer')(first, last)) }}{% endmacro %}
{% macro default__days(first, last) %}select cast(day as date) as day from generate_series(cast({{ first }} as timestamp), cast({{ last }} as timestamp), interval '1 day') as days(day){% endmacro %}
{% macro duckdb__days(first, last) %}select cast(unnest(generate_series(cast({{ first }} as timestamp), cast({{ last }} as timestamp), interval 1 day)) as date) as day{% endmacro %}
{% macro snowflake__days(first, last) %}select dateadd(day, seq, {{ first }}) as day from (select row_number() over (order by null) - 1 as seq from table(generator(rowcount => 20000))) as numbers where dateadd(day, seq, {{ first }}) <= {{ last }}{% endmacro %}
{% macro bigquery__days(first, last) %}select day from unnest(generate_date_array({{ first }}, {{ last }})) as day{% endmacro %}
{% macro redshift__days(first, last) %}
with recursive days(day) as (select {{ first }} union all select cast(dateadd(day, 1, day) as date) from days where day < {{ last }}) select day from days
{% endmacro %}

{# The day of a time in kustomer_time_zone. #}
{% macro day(time) %}{% set zone = var('kustomer_time_zone', 'UTC') %}cast({{ time if zone == 'UTC' else kustomer.in_zone(time, zone) }} as date){% endmacro %}
{% macro in_zone(time, zone) %}{{ return(adapter.dispatch('in_zone', 'kustomer')(time, zone)) }}{% endmacro %}
{% macro default__in_zone(time, zone) %}({{ time }}) at time zone 'UTC' at time zone '{{ zone }}'{% endmacro %}
{% macro snowflake__in_zone(time, zone) %}convert_timezone('UTC', '{{ zone }}', {{ time }}){% endmacro %}
{% macro bigquery__in_zone(time, zone) %}datetime(timestamp({{ time }}, 'UTC'), '{{ zone }}'){% endmacro %}
{% macro redshift__in_zone(time, zone) %}convert_timezone('UTC', '{{ zone }}', {{ time }}){% endmacro %}

{# Whole seconds between two times; null where the second is before the first, as in conversations imported from elsewhere. #}
{% macro seconds_between(first, last) %}case when {{ first }} <= {{ last }} then {{ dbt.datediff(first, last, 'second') }} end{% endmacro %}
