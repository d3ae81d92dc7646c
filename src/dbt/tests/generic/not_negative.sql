{% test not_negative(model, columns) %}
select * from {{ model }} where {% for c in columns %}{{ c }} < 0{{ ' or ' if not loop.last }}{% endfor %}
{% endtest %}
