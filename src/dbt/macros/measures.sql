{# The measures that every mart over conversations has; averages are over the conversations that have the figure. #}
{% macro conversation_measures(c='c') %}
count({{ c }}.conversation_id) as conversations
  , {{ kustomer.count_if(c ~ ".status = 'done'") }} as done_conversations
  , {{ kustomer.count_if(c ~ '.reopens > 0') }} as reopened_conversations
  , {{ kustomer.count_if(c ~ '.first_response_at is not null') }} as responded_conversations
  , coalesce(sum({{ c }}.message_count), 0) as messages
  , sum({{ c }}.first_response_seconds) as first_response_seconds
  , avg({{ c }}.first_response_seconds) as avg_first_response_seconds
  , avg({{ c }}.first_response_business_seconds) as avg_first_response_business_seconds
  , avg({{ c }}.resolution_seconds) as avg_resolution_seconds
  , sum({{ c }}.handle_seconds) as handle_seconds
  , count({{ c }}.score) as csat_responses
  , avg({{ c }}.score) as avg_csat_score
  , avg({{ c }}.rating) as avg_csat_rating
  , {{ kustomer.count_if(c ~ '.is_sla_met') }} as sla_met_conversations
  , {{ kustomer.count_if('not ' ~ c ~ '.is_sla_met') }} as sla_breached_conversations
{% endmacro %}
{# Periods of work by one of Kustomer's two timers: the one that kustomer_handle_timer names, else the old one where it is loaded. #}
{% macro handle_times() %}
  {%- set timers = {'old': ref('stg_kustomer__conversation_times'), 'new': ref('stg_kustomer__conversation_handle_times')} -%}
  {%- set loaded = 'new' if kustomer.tables('conversation_handle_times') and not kustomer.tables('conversation_times') else 'old' -%}
  {{ return(timers[var('kustomer_handle_timer', '') or loaded]) }}
{% endmacro %}

{% macro count_if(condition) %}sum(case when {{ condition }} then 1 else 0 end){% endmacro %}

{# PostgreSQL plans joins badly over a table that it has not counted yet. #}
{% macro counted(relation) %}{% if target.type == 'postgres' %}analyze {{ relation }}{% endif %}{% endmacro %}
