package io.github.tapkustomer.stats;

import io.github.tapkustomer.OneLine;
import io.github.tapkustomer.Plural;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.singer.Bookmark;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a stream took and gave in one sync.
 *
 * @param complete whether it was read to its end and is certain to be complete
 * @param took from its first request to its end, or to the run's
 * @param waited how long its work waited, by cause
 * @param to its bookmark after the run; {@link Bookmark#NONE} if the stream has none
 * @param apiCount only for search streams: a comparison with the API's own count
 * @param failures why it is not complete; empty if it is
 */
public record StreamReport(
    String stream,
    StreamCounts counts,
    boolean complete,
    Duration took,
    WaitingTimes waited,
    Bookmark from,
    Bookmark to,
    Optional<ApiCount> apiCount,
    RecordWarnings warnings,
    FieldChanges fields,
    List<String> failures) {
  public StreamReport {
    failures = List.copyOf(failures);
  }

  /** One line, without anything that did not happen. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    line.append(
        "%s: %s (%s MB) in %s, %s"
            .formatted(
                stream,
                Plural.of(counts.records(), "record"),
                megabytes(),
                Plural.of(counts.requests(), "request"),
                bookmarks()));
    apiCount.ifPresent(
        count -> line.append("; %d of the API's %d".formatted(count.given(), count.counted())));
    append(line, counts.retries(), Plural.noun(counts.retries(), "retry", "retries"));
    append(line, counts.refusals(), "answered 429");
    append(line, warnings.withoutId(), "without id, left out");
    append(line, warnings.withoutTime(), "without updated_at");
    append(line, warnings.gone(), "gone when asked for (404)");
    append(line, warnings.forbidden(), "skipped, not readable with this key (403)");
    append(line, warnings.beforeStart(), "left out, last updated before start_date");
    append(line, waited.budgetSeconds(), "the budget");
    append(line, waited.retrySeconds(), "retries");
    append(line, waited.targetSeconds(), "the target");
    long replaced = warnings.replacedCharacters();
    append(line, replaced, Plural.noun(replaced, "character") + " replaced by U+FFFD");
    append(line, fields.added(), "added");
    append(line, fields.variants(), "variants");
    append(line, fields.leftOut(), "left out");
    if (!complete && failures.isEmpty()) {
      line.append("; may be incomplete");
    }
    failures.forEach(failure -> line.append("; FAILED: ").append(failure));
    return line.toString();
  }

  private String megabytes() {
    return String.format(Locale.ROOT, "%.1f", counts.bytes() / 1e6);
  }

  private static void append(StringBuilder line, long count, String what) {
    if (count > 0) {
      line.append("; ").append(count).append(' ').append(what);
    }
  }

  private static void append(StringBuilder line, double seconds, String cause) {
    if (seconds >= 0.1) {
      line.append(String.format(Locale.ROOT, "; waited %.1f s for %s", seconds, cause));
    }
  }

  private static void append(StringBuilder line, Map<String, ?> fields, String what) {
    if (!fields.isEmpty()) {
      line.append("; ").append(what).append(": ").append(names(fields));
    }
  }

  private String bookmarks() {
    return to.updatedAt().isEmpty() ? "no bookmark" : at(from) + " -> " + at(to);
  }

  private static String at(Bookmark bookmark) {
    return bookmark.updatedAt().map(Timestamps::format).orElse("no bookmark");
  }

  private static String names(Map<String, ?> fields) {
    return OneLine.list(
        fields.entrySet().stream()
            .map(field -> field.getKey() + " (" + field.getValue() + ")")
            .toList());
  }
}
