{# The sum of a column is that of an expression over the detail. #}
{% test same_total(model, column, detail, expression) %}
select * from (
  select (select coalesce(sum({{ column }}), 0) from {{ model }}) as total, (select coalesce({{ expression }}, 0) from {{ detail }}) as expected
) as totals where abs(total - expected) > 0.000001 * (1 + abs(expected))
{% endtest %}
