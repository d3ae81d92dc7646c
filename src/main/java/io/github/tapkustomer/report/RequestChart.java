package io.github.tapkustomer.report;

import io.github.tapkustomer.Plural;
import io.github.tapkustomer.http.limit.BudgetState;
import io.github.tapkustomer.http.limit.Quota;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Requests of one budget over time: a bar chart, with the budget's pace as a line. */
final class RequestChart {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 140;
  private static final double HEADROOM = 1.15;

  private final Timeline timeline;
  private final RunFacts run;

  RequestChart(RunFacts run) {
    this.run = run;
    this.timeline = run.timeline();
  }

  String draw(Quota quota, String name) {
    List<Long> counts = timeline.requests().getOrDefault(quota, List.of());
    long total = counts.stream().mapToLong(Long::longValue).sum();
    if (total == 0) {
      return "";
    }
    BudgetState budget = run.budgets().get(quota);
    double pace = budget == null ? 0 : budget.usable() * timeline.step().toMillis() / 60_000;
    long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
    double top = Math.max((double) most, pace) * HEADROOM;
    String told = told(name, total, most, budget);
    StringBuilder html = new StringBuilder("<figure><figcaption>").append(Html.text(told));
    html.append(
        ("</figcaption>\n<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\""
                + " aria-label=\"%s\">\n")
            .formatted(WIDTH, HEIGHT, Html.text(told)));
    double step = WIDTH / (double) counts.size();
    for (int i = 0; i < counts.size(); i++) {
      double height = counts.get(i).doubleValue() / top * HEIGHT;
      html.append(
          format(
              "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>\n",
              i * step, HEIGHT - height, Math.max(0.5, step * 0.85), height));
    }
    if (budget != null) {
      double y = HEIGHT - pace / top * HEIGHT;
      html.append(format("<line x1=\"0\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>\n", WIDTH, y, y));
    }
    return html.append("</svg></figure>\n").toString();
  }

  private String told(String name, long total, long most, @Nullable BudgetState budget) {
    long seconds = timeline.step().toSeconds();
    String bars =
        format(
            "%s: %,d %s, at most %,d in the %d s of a bar",
            name, total, Plural.noun(total, "request"), most, seconds);
    if (budget == null) {
      return bars;
    }
    String reserve =
        budget.reserve() > 0 ? format(", %.0f%% left to others", budget.reserve() * 100) : "";
    return bars + format("; the line is an even pace of %,d per minute%s", budget.limit(), reserve);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
