select source_relation, {{ kustomer.day('rated_at') }} as day, csat_form_id, count(*) as csat_responses, sum(score) as csat_score_sum
  , avg(score) as avg_csat_score, avg(rating) as avg_csat_rating
from {{ ref('kustomer__csat_responses') }} where rated_at is not null and score is not null group by 1, 2, 3
