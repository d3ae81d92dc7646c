package io.github.tapkustomer.report;

import io.github.tapkustomer.Plural;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.stats.StreamReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The tables of a run's streams. */
final class StreamTables {
  private final List<StreamReport> streams;

  StreamTables(List<StreamReport> streams) {
    this.streams = streams;
  }

  String counts() {
    return Html.numbersTable(
        "Records and requests of each stream",
        List.of(
            "stream",
            "records",
            "API's count",
            "MB",
            "requests",
            "retries",
            "429",
            "without id",
            "took"),
        rows(
            stream ->
                List.of(
                    stream.stream(),
                    Html.count(stream.counts().records()),
                    proof(stream),
                    String.format(Locale.ROOT, "%.1f", stream.counts().bytes() / 1e6),
                    Html.count(stream.counts().requests()),
                    Html.count(stream.counts().retries()),
                    Html.count(stream.counts().refusals()),
                    Html.count(stream.warnings().withoutId()),
                    Html.seconds(stream.took().toMillis() / 1000.0))));
  }

  String waits() {
    return Html.numbersTable(
        "How long each stream waited; threads that wait at the same time count once",
        List.of("stream", "for the budget", "before retries", "for the target"),
        rows(
            stream ->
                List.of(
                    stream.stream(),
                    Html.seconds(stream.waited().budgetSeconds()),
                    Html.seconds(stream.waited().retrySeconds()),
                    Html.seconds(stream.waited().targetSeconds()))));
  }

  String bookmarks() {
    return Html.textsTable(
        "Bookmarks before and after the run",
        List.of("stream", "state before", "state after"),
        rows(stream -> List.of(stream.stream(), describe(stream.from()), describe(stream.to()))));
  }

  /** What was added, what did not fit and what was dropped; empty if nothing was. */
  String fields() {
    List<List<String>> rows = new ArrayList<>();
    for (StreamReport stream : streams) {
      stream
          .fields()
          .added()
          .forEach((field, type) -> rows.add(List.of(stream.stream(), field, "added", type)));
      stream
          .fields()
          .variants()
          .forEach((field, what) -> rows.add(List.of(stream.stream(), field, "variant", what)));
      stream
          .fields()
          .leftOut()
          .forEach(
              (field, count) ->
                  rows.add(List.of(stream.stream(), field, "left out", Plural.of(count, "value"))));
    }
    return rows.isEmpty()
        ? "<p>None: every value matches its schema.</p>\n"
        : Html.textsTable(
            "Fields that differ from their schema",
            List.of("stream", "field", "what", "detail"),
            rows);
  }

  /** Distinct records out of those that the API counts, as far as they had settled. */
  private static String proof(StreamReport stream) {
    return stream
        .apiCount()
        .map(count -> Html.count(count.given()) + " of " + Html.count(count.counted()))
        .orElse("–");
  }

  private List<List<String>> rows(Function<StreamReport, List<String>> row) {
    return streams.stream().map(row).toList();
  }

  private static String describe(Bookmark bookmark) {
    String at = bookmark.updatedAt().map(Timestamps::format).orElse("none");
    int unfinished = bookmark.unfinished().map(rest -> rest.remaining().size()).orElse(0);
    return unfinished == 0 ? at : at + ", " + Plural.of(unfinished, "range") + " unfinished";
  }
}
