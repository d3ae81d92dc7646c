package io.github.tapkustomer.progress;

import io.github.tapkustomer.Plural;
import io.github.tapkustomer.http.limit.BudgetState;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.stats.StreamProgress;
import io.github.tapkustomer.stats.StreamProgress.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Describes snapshots of a sync, in the order in which they were taken. */
public final class ProgressText {
  private static final int BAR = 12;

  private final Speeds speeds = new Speeds();

  /** A line for the whole sync, and one below it for each stream in progress. */
  public List<String> lines(SyncSnapshot snapshot) {
    speeds.note(snapshot);
    List<String> lines = new ArrayList<>();
    lines.add(summary(snapshot));
    inFlight(snapshot).forEach(stream -> lines.add(line(stream)));
    return lines;
  }

  /** All in one line, for a log. */
  public String line(SyncSnapshot snapshot) {
    speeds.note(snapshot);
    String streams =
        inFlight(snapshot).stream().map(stream -> brief(stream)).collect(Collectors.joining("; "));
    return summary(snapshot) + (streams.isEmpty() ? "" : ": " + streams);
  }

  private static List<StreamProgress> inFlight(SyncSnapshot snapshot) {
    return snapshot.streams().stream().filter(stream -> stream.phase() == Phase.READING).toList();
  }

  private String summary(SyncSnapshot snapshot) {
    long through =
        snapshot.streams().stream()
            .filter(stream -> stream.phase() == Phase.DONE || stream.phase() == Phase.FAILED)
            .count();
    StringBuilder text = new StringBuilder();
    text.append(
        format(
            "%d of %s, %s, %,.0f/s",
            through,
            Plural.of(snapshot.streams().size(), "stream"),
            records(snapshot.records()),
            speeds.overall()));
    append(text, snapshot, Quota.SEARCH, "search budget");
    append(text, snapshot, Quota.ORGANIZATION, "organization's");
    return text.toString();
  }

  private static void append(StringBuilder text, SyncSnapshot snapshot, Quota quota, String name) {
    BudgetState budget = snapshot.budgets().get(quota);
    if (budget != null) {
      text.append(format(", %s %.0f%% used", name, budget.usedShare() * 100));
    }
  }

  private String line(StreamProgress stream) {
    return format(
        "%-24s %s %,10d %,7.0f/s  %s",
        stream.stream(), bar(stream), stream.records(), speeds.of(stream), rest(stream));
  }

  private String brief(StreamProgress stream) {
    String share =
        stream.shareDone().isPresent()
            ? format("%.0f%%, ", stream.shareDone().getAsDouble() * 100)
            : "";
    return format("%s %s%s, %s", stream.stream(), share, records(stream.records()), rest(stream));
  }

  private static String records(long count) {
    return format("%,d %s", count, Plural.noun(count, "record"));
  }

  private static String bar(StreamProgress stream) {
    if (stream.shareDone().isEmpty()) {
      return " ".repeat(BAR + 7);
    }
    double share = stream.shareDone().getAsDouble();
    int full = (int) Math.round(share * BAR);
    return "[" + "#".repeat(full) + ".".repeat(BAR - full) + format("] %3.0f%%", share * 100);
  }

  private String rest(StreamProgress stream) {
    Optional<Duration> left = speeds.left(stream);
    String waiting =
        switch (stream.waiting()) {
          case NOTHING -> "";
          case BUDGET -> "waiting for the budget";
          case ANSWER -> "waiting for an answer";
          case TARGET -> "waiting for the target";
        };
    String eta = left.map(time -> "about " + clock(time) + " left").orElse("");
    return waiting + (waiting.isEmpty() || eta.isEmpty() ? "" : ", ") + eta;
  }

  private static String clock(Duration time) {
    return time.toHours() > 0
        ? format("%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : format("%d:%02d", time.toMinutes(), time.toSecondsPart());
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
