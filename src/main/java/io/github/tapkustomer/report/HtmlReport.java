package io.github.tapkustomer.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.http.limit.Quota;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The page: a single file that needs nothing else, for light and dark screens and for paper. */
public final class HtmlReport {
  private final RunFacts run;

  public HtmlReport(RunFacts run) {
    this.run = requireNonNull(run, "run");
  }

  /** The page's text. */
  public String page() {
    StreamTables tables = new StreamTables(run.streams());
    RequestChart chart = new RequestChart(run);
    WindowChart windows = new WindowChart(run.windows());
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    <main>
    <h1>%s</h1>
    %s
    <h2>Streams</h2>
    %s
    <h2>Requests over time</h2>
    %s%s
    <h2>Windows of the API's limits</h2>
    %s%s
    <h2>Waiting</h2>
    %s
    <h2>Fields</h2>
    %s
    <h2>State</h2>
    %s
    <footer>tap-kustomer %s</footer>
    </main>
    </body>
    </html>
    """
        .formatted(
            Html.text("Kustomer sync of " + second(run.began())),
            style(),
            Html.text("Kustomer sync of " + second(run.began())),
            summary(),
            tables.counts(),
            chart.draw(Quota.SEARCH, "Searches"),
            chart.draw(Quota.ORGANIZATION, "Other requests"),
            windows.draw(Quota.SEARCH, "Searches"),
            windows.draw(Quota.ORGANIZATION, "Other requests"),
            tables.waits(),
            tables.fields(),
            tables.bookmarks(),
            Html.text(run.version()));
  }

  private String summary() {
    StringBuilder html = new StringBuilder(outcome());
    html.append("<dl>\n");
    run.host().ifPresent(host -> fact(html, "read from", host));
    fact(html, "began", second(run.began()));
    fact(html, "took", Html.seconds(took().toMillis() / 1000.0));
    fact(html, "records", Html.count(run.records()));
    fact(html, "streams", Html.count(run.streams().size()));
    fact(html, "requests", Html.count(run.requests()));
    return html.append("</dl>\n").toString();
  }

  private String outcome() {
    StringBuilder html = new StringBuilder();
    if (run.failure().isPresent()) {
      html.append("<p class=\"bad\"><strong>Failed.</strong> ");
      html.append(Html.text(run.failure().get())).append("</p>\n");
    } else if (run.failed().isEmpty()) {
      html.append("<p class=\"good\"><strong>Done.</strong> Every stream is complete.</p>\n");
    }
    run.failed()
        .forEach(
            stream ->
                html.append("<p class=\"bad\"><strong>Incomplete: ")
                    .append(Html.text(stream.stream()))
                    .append(".</strong> ")
                    .append(Html.text(String.join("; ", stream.failures())))
                    .append("</p>\n"));
    return html.toString();
  }

  private static void fact(StringBuilder html, String name, String value) {
    html.append("<div><dt>").append(name).append("</dt><dd>");
    html.append(Html.text(value)).append("</dd></div>\n");
  }

  private Duration took() {
    return Duration.between(run.began(), run.ended());
  }

  private static String second(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("resource report.css", e);
    }
  }
}
