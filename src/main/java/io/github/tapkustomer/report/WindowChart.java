package io.github.tapkustomer.report;

import io.github.tapkustomer.Plural;
import io.github.tapkustomer.http.limit.Quota;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How much of each window of a budget was used, as a drawing and as a table. */
final class WindowChart {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 100;

  private final Map<Quota, List<WindowUse>> windows;

  WindowChart(Map<Quota, List<WindowUse>> windows) {
    this.windows = windows;
  }

  /** Empty where no answer told of a window. */
  String draw(Quota quota, String name) {
    List<WindowUse> uses = windows.getOrDefault(quota, List.of());
    return uses.isEmpty() ? "" : figure(uses, name) + table(uses, name);
  }

  private static String figure(List<WindowUse> uses, String name) {
    String told = Html.text(told(uses, name));
    StringBuilder html = new StringBuilder("<figure><figcaption>").append(told);
    html.append(
        ("</figcaption>\n<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\""
                + " aria-label=\"%s\">\n")
            .formatted(WIDTH, HEIGHT, told));
    double step = WIDTH / (double) uses.size();
    for (int i = 0; i < uses.size(); i++) {
      WindowUse use = uses.get(i);
      double used = HEIGHT * Math.min(1, use.used() / (double) use.limit());
      double others = Math.min(HEIGHT - used, HEIGHT * use.others() / (double) use.limit());
      html.append("<g><title>").append(Html.text(String.join(", ", cells(use)))).append("</title>");
      html.append(bar("unused", i * step, step, HEIGHT, 0));
      html.append(bar("others", i * step, step, used + others, used));
      html.append(bar("used", i * step, step, used, 0)).append("</g>\n");
    }
    return html.append("</svg></figure>\n").toString();
  }

  private static String bar(String kind, double x, double step, double top, double bottom) {
    return String.format(
        Locale.ROOT,
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
        kind,
        x,
        HEIGHT - top,
        Math.max(0.5, step * 0.85),
        top - bottom);
  }

  private static String told(List<WindowUse> uses, String name) {
    long used = uses.stream().mapToLong(WindowUse::used).sum();
    long most = uses.stream().mapToLong(WindowUse::windows).max().orElse(1);
    return String.format(
        Locale.ROOT,
        "%s: %,d %s of this run and %,d of others, of %,d allowed; a bar is %s of a minute",
        name,
        used,
        Plural.noun(used, "request"),
        uses.stream().mapToLong(WindowUse::others).sum(),
        uses.stream().mapToLong(WindowUse::limit).sum(),
        most == 1 ? "a window" : "up to " + most + " windows");
  }

  private static String table(List<WindowUse> uses, String name) {
    List<List<String>> rows = new ArrayList<>();
    uses.forEach(use -> rows.add(cells(use)));
    return "<details><summary>"
        + Html.text(name + ", window by window")
        + "</summary>\n"
        + Html.textsTable(
            name + " of each window, and the streams that made them",
            List.of("began", "used", "by others", "unused", "streams"),
            rows)
        + "</details>\n";
  }

  private static List<String> cells(WindowUse use) {
    return List.of(
        use.began().truncatedTo(ChronoUnit.SECONDS).toString(),
        Html.count(use.used()) + " of " + Html.count(use.limit()),
        Html.count(use.others()),
        Html.count(use.unused()),
        streams(use));
  }

  /** The busiest first. */
  private static String streams(WindowUse use) {
    return use.streams().entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(stream -> stream.getKey() + " " + Html.count(stream.getValue()))
        .collect(Collectors.joining(", "));
  }
}
