package io.github.tapkustomer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Does the simulation find mistakes? Makes each, and looks for the first seed that tells. */
@ExtendWith(QuietTap.class)
class MutationTest {
  private static final long SEEDS = 3000;

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("mistakes")
  void theSimulationFinds(Mutation mistake) throws Exception {
    try (BrokenTap tap = new BrokenTap(mistake, folder)) {
      String failure = tap.firstFailure(1, SEEDS);

      System.err.println(mistake + ": " + failure);
      assertThat(failure)
          .containsPattern("LOST|REPEATED|OLDER|UNDECLARED|NOT AGAIN|moves back|the API counts");
    }
  }

  static Stream<Mutation> mistakes() {
    return Stream.of(
        Mutation.of("pages by number, of a set that changes")
            .in("paging/KeysetReader", "if (!isInOrder(page, range)) {", "if (page.sorted()) {")
            .in("paging/ClosedRangeReader", "if (total(page) != total) {", "if (total < -1) {")
            .in(
                "paging/ClosedRangeReader",
                "if (stable && distinct.records() >= total) {",
                "if (stable) {"),
        Mutation.of("gt for gte").in("paging/SearchQuery", "\"gte\"", "\"gt\""),
        Mutation.of("goes on behind the last record's ties")
            .in("paging/KeysetReader", "window.advance(last);", "window.advance(after(last));"),
        Mutation.of("a STATE before its records")
            .in(
                "sync/OutputQueue",
                "items.add(item);",
                "if (item instanceof Output.Position) items.addFirst(item); else items.add(item);"),
        Mutation.of("the newest record's time as bookmark, whatever is unread")
            .in("sync/SearchPosition", "if (remaining.isEmpty()) {", "if (newest.isPresent()) {"),
        Mutation.of("no lookback")
            .in("sync/ReadingRanges", "updatedAt().map(at -> at.minus(lookback))", "updatedAt()"),
        Mutation.of("no lookback behind an interrupted run")
            .in("sync/ReadingRanges", "unfinished.until().minus(lookback)", "unfinished.until()"),
        Mutation.of("forgets who stood at the page's end")
            .in(
                "paging/SeenRecords",
                "versions.values().removeIf(version -> version.isBefore(boundary));",
                "versions.clear();"),
        Mutation.of("takes a search that timed out for whole")
            .in("paging/SearchRequests", "if (summary.timedOut()) {", "if (page < 0) {"),
        Mutation.of("reads around the horizon from one side")
            .in(
                "sync/Horizon",
                "new Parts(archived, head, recent, head)",
                "new Parts(archived, head, recent, List.of())"),
        Mutation.of("trusts the local clock")
            .in("http/ServerClock", "lastDate = date;", "")
            .in("http/ServerClock", "Math.abs(middle) <= NOISE_MILLIS ? 0 : middle", "0"),
        Mutation.of("reads a list on from which something left")
            .in("paging/ListReader", "doubtful |= told < total;", ""),
        Mutation.of("a list's bookmark beyond its reading's begin")
            .in("sync/ListRun", "latest.isBefore(began) ? latest : began", "latest"),
        Mutation.of("shares a window but for its end")
            .in(
                "paging/SearchWindow",
                "part == parts - 1 ? end : from.plusMillis(width)",
                "from.plusMillis(width)"),
        Mutation.of("moves the bookmark back")
            .in("sync/SearchPosition", "laterOf(updatedAt, reached.get())", "Optional.of(low)"),
        Mutation.of("forgets what lies behind an end_date")
            .in("sync/SearchPosition", "remaining.addAll(later);", ""),
        Mutation.of("forgets windows that are still unread")
            .in("sync/SearchRun", "parts.addAll(later);", ""),
        Mutation.of("leaves out what is deleted")
            .in(
                "paging/SearchQuery",
                "body.put(\"includeDeleted\", includeDeleted);",
                "body.put(\"includeDeleted\", false);"),
        Mutation.of("a record before the SCHEMA that admits it")
            .in(
                "sync/MessageWriter",
                "chunk.version() > sentVersions.getOrDefault(chunk.plan(), -1)",
                "!sentVersions.containsKey(chunk.plan())"),
        Mutation.of("work sessions by their time alone")
            .in(
                "record/PageReader",
                "filter.accept(encoder.id(), open ? Optional.empty() : time)",
                "filter.accept(encoder.id(), time)"),
        Mutation.of("the first page alone of what belongs to an object")
            .in(
                "paging/ObjectRequests",
                "more = news && page.more().orElse(page.records() >= PAGE_SIZE);",
                "more = false;"),
        Mutation.of("active users alone")
            .in("stream/Streams", "\"deleted=false\", \"deleted=true\"", "\"deleted=false\""),
        Mutation.of("an audit log from the bookmark on, without a lookback")
            .in(
                "paging/AuditLogPages",
                "range.from().minusMillis(1)",
                "range.from().plusSeconds(60)"));
  }
}
