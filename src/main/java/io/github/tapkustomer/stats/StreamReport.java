package io.github.tapkustomer.stats;

import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.singer.Bookmark;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a stream took and gave in one sync.
 *
 * @param complete whether it came to its end
 * @param took from its first request to its end, or to the run's
 * @param waited how long its work waited, by cause
 * @param gone objects that were gone when they were asked for
 * @param forbidden objects that the key may not read
 * @param to how far its bookmark has come; none where the stream has no bookmark
 * @param apiCount search streams alone: held against the API's own count
 * @param added fields that the schema did not have, and the types they were given
 * @param variants columns with values that did not fit, and what the first of them was
 * @param leftOut fields that no schema has, and how many values of each were left out
 * @param replacedCharacters characters that no database takes, sent as U+FFFD
 * @param failures why it is not whole; empty where it is
 */
public record StreamReport(
    String stream,
    long records,
    long bytes,
    long requests,
    long retries,
    long refusals,
    boolean complete,
    Duration took,
    WaitingTimes waited,
    Bookmark from,
    Bookmark to,
    Optional<ApiCount> apiCount,
    long withoutId,
    long withoutTime,
    long gone,
    long forbidden,
    long beforeStart,
    Map<String, String> added,
    Map<String, String> variants,
    Map<String, Long> leftOut,
    long replacedCharacters,
    List<String> failures) {
  public StreamReport {
    added = Map.copyOf(added);
    variants = Map.copyOf(variants);
    leftOut = Map.copyOf(leftOut);
    failures = List.copyOf(failures);
  }

  /** One line, with nothing in it that did not happen. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    line.append(
        "%s: %d records (%s MB) in %d requests, %s"
            .formatted(stream, records, megabytes(), requests, bookmarks()));
    apiCount.ifPresent(
        count -> line.append("; %d of the API's %d".formatted(count.given(), count.counted())));
    append(line, retries, "retries");
    append(line, refusals, "answered 429");
    append(line, withoutId, "without id, left out");
    append(line, withoutTime, "without updated_at");
    append(line, gone, "gone when they were asked for (404)");
    append(line, forbidden, "skipped, the key may not read them (403)");
    append(line, beforeStart, "left out, last updated before start_date");
    append(line, waited.budgetSeconds(), "the budget");
    append(line, waited.retrySeconds(), "retries");
    append(line, waited.targetSeconds(), "the target");
    append(line, replacedCharacters, "characters replaced by U+FFFD");
    if (!added.isEmpty()) {
      line.append("; added: ").append(names(added));
    }
    if (!variants.isEmpty()) {
      line.append("; variants: ").append(names(variants));
    }
    if (!leftOut.isEmpty()) {
      line.append("; left out: ").append(names(leftOut));
    }
    failures.forEach(failure -> line.append("; FAILED: ").append(failure));
    return line.toString();
  }

  private String megabytes() {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
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

  private String bookmarks() {
    return to.updatedAt().isEmpty() ? "no bookmark" : at(from) + " -> " + at(to);
  }

  private static String at(Bookmark bookmark) {
    return bookmark.updatedAt().map(Timestamps::format).orElse("no bookmark");
  }

  private static String names(Map<String, ?> fields) {
    return fields.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(field -> field.getKey() + " (" + field.getValue() + ")")
        .collect(Collectors.joining(", "));
  }
}
