package io.github.tapkustomer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.simulation.world.Feature;
import io.github.tapkustomer.simulation.world.Streams.Kind;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Does the simulation find mistakes? Makes each, and looks for the first seed that finds it. */
@ExtendWith(QuietTap.class)
class MutationTest {
  private static final long SEEDS = 6000;

  /** {@code -Dsimulation.mistake=lookback} makes those alone whose names have it. */
  private static final String ONE = System.getProperty("simulation.mistake", "");

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("mistakes")
  void theSimulationFinds(Mutation mistake) throws Exception {
    try (BrokenTap tap = new BrokenTap(mistake, folder)) {
      long first = mistake.firstSeed();
      String failure = tap.firstFailure(first, first + SEEDS);

      System.err.println(mistake + ": " + failure);
      assertThat(failure)
          .containsPattern(
              "LOST|MARKED|has two klasses|REPEATED|OLDER|UNDECLARED|NOT AGAIN|has the version of an activation"
                  + " before|moves back|the API counts|a sample took|calls it complete|failed: |LEFT"
                  + " OUT|only grows|ended with|no run came to its end");
    }
  }

  static Stream<Mutation> mistakes() {
    return all().filter(mistake -> mistake.toString().contains(ONE));
  }

  private static Stream<Mutation> all() {
    return Stream.of(
        Mutation.of("pages by number, of a set that changes")
            .in("read/KeysetReader", "if (!isInOrder(page, rest)) {", "if (page.sorted()) {")
            .in("read/PageNumberReader", "stable &= pagesRead == 1 || told == total;", "")
            .in("read/PageNumberReader", "if (stable && whole) {", "if (stable) {"),
        Mutation.of("gt for gte")
            .in(
                "read/page/SearchQuery",
                "\"gte\", Timestamps.format(range.from())",
                "\"gt\", Timestamps.format(range.from())"),
        Mutation.of("continues after the last record's ties")
            .in("read/KeysetReader", ": Step.to(last);", ": Step.to(last.plusMillis(1));"),
        Mutation.of("a STATE before its records")
            .in(
                "output/OutputQueue",
                "items.add(item);",
                "if (item instanceof Output.Position) items.addFirst(item); else items.add(item);"),
        Mutation.of("the newest record's time as bookmark, whatever is unread")
            .in("sync/SearchPosition", "if (remaining.isEmpty()) {", "if (newest.isPresent()) {"),
        Mutation.of("no lookback")
            .from(330)
            .in("plan/RangesToRead", "updatedAt().map(at -> at.minus(lookback))", "updatedAt()"),
        Mutation.of("no lookback behind an interrupted run")
            .from(1750)
            .in("plan/RangesToRead", "unfinished.until().minus(lookback)", "unfinished.until()"),
        Mutation.of("forgets who stood at the page's end")
            .from(1720)
            .in(
                "read/SeenRecords",
                "versions.values().removeIf(version -> version.isBefore(boundary));",
                "versions.clear();"),
        Mutation.of("takes a search that timed out for whole")
            .from(190)
            .in("read/page/ApiSearchPages", "if (summary.timedOut()) {", "if (page < 0) {"),
        Mutation.of("reads around the horizon from one side")
            .in(
                "plan/Horizon",
                "new Parts(archived, head, recent, head)",
                "new Parts(archived, head, recent, List.of())"),
        Mutation.of("trusts the local clock")
            .from(230)
            .in("http/limit/ServerClock", "lastDate = date;", "")
            .in("http/limit/ServerClock", "Math.abs(middle) <= NOISE_MILLIS ? 0 : middle", "0"),
        Mutation.of("believes a list that was read once")
            .where(Feature.LIST_BURSTS, Kind.LIST)
            .in(
                "read/ListReading",
                "sameTotal && total.isPresent() && settled.size() + keyless >= total.getAsLong()",
                "read > 0"),
        Mutation.of("tells what is gone from what changed alone")
            .in("plan/EndpointPlanner", "endsWithActivation || !incremental", "!incremental"),
        Mutation.of("reports what is gone before the last records are written")
            .in(
                "output/OutputQueue",
                "items.add(item);",
                "if (item instanceof Output.Activation) items.addFirst(item);"
                    + " else items.add(item);"),
        Mutation.of("a list's bookmark beyond its reading's begin")
            .from(3200)
            .where(Kind.LIST)
            .in("sync/ListRun", "newest.isBefore(plan.began()) ? newest : plan.began()", "newest"),
        Mutation.of("a list without a lookback")
            .from(3880)
            .where(Feature.LIST_LAG, Kind.LIST)
            .in("plan/EndpointPlanner", ".map(at -> at.minus(context.settings().lookback()))", ""),
        Mutation.of("an older version of a record after a newer one")
            .from(300)
            .where(Feature.STALE_REPLICAS, Kind.LIST)
            .in("read/NewVersions", "!version.isAfter(before)", "version.equals(before)"),
        Mutation.of("ends a search where its total says so")
            .in("read/KeysetReader", " || page.more().orElse(false)) {", ") {"),
        Mutation.of("takes a capped audit log for whole")
            .from(90)
            .where(Kind.AUDIT_LOG)
            .in("read/page/AuditLogPages", " || mayBeCut(range, read);", ";"),
        Mutation.of("a sample that reads on")
            .in("sync/SampleLimit", "return !isSample()", "return true || !isSample()"),
        Mutation.of("calls a stream complete that was given up")
            .in("stats/StreamStatistics", "ended != null && !gaveUp", "ended != null"),
        Mutation.of("an end_date for full tables")
            .where(Feature.END_DATE_AND_FULL_TABLES)
            .in(
                "plan/EndpointPlanner",
                "incremental ? context.settings().endDate() : Optional.empty()",
                "context.settings().endDate()"),
        Mutation.of("lets refused children fail the stream")
            .in(
                "read/object/ObjectOutcomes",
                "if (why.status() == HTTP_FORBIDDEN) {",
                "if (gone < 0) {"),
        Mutation.of("shares a window except for its end")
            .in(
                "sync/SearchWindow",
                "part == parts - 1 ? end : from.plusMillis(width)",
                "from.plusMillis(width)"),
        Mutation.of("moves the bookmark back")
            .in("sync/SearchPosition", "laterOf(updatedAt, reached.get())", "Optional.of(low)"),
        Mutation.of("forgets what lies behind an end_date")
            .in("sync/SearchPosition", "remaining.addAll(later);", ""),
        Mutation.of("forgets windows that are still unread")
            .in("sync/WindowRun", "    windows.add(window);\n    return", "    return"),
        Mutation.of("leaves out what is deleted")
            .in(
                "read/page/SearchQuery",
                "body.put(\"includeDeleted\", includeDeleted);",
                "body.put(\"includeDeleted\", false);"),
        Mutation.of("a record before the SCHEMA that admits it")
            .in(
                "output/MessageWriter",
                "chunk.version() > sentVersions.getOrDefault(chunk.format(), -1)",
                "!sentVersions.containsKey(chunk.format())"),
        Mutation.of("work sessions by their time alone")
            .in(
                "record/PageReader",
                "open ? filter.acceptOpen(encoder.id(), time)",
                "open ? filter.accept(encoder.id(), time)"),
        Mutation.of("the first page alone of what belongs to an object")
            .in(
                "read/object/ObjectRequests",
                "more = news && page.more().orElse(page.records() >= pageSize);",
                "more = false;"),
        Mutation.of("conversations whose times are new, not those that have any")
            .from(580)
            .in("read/page/SearchQuery", "format(Instant.EPOCH)", "format(range.from())"),
        Mutation.of("children that the search may not know of yet")
            .from(4900)
            .where(Kind.CHILDREN)
            .in("read/object/NarrowedReader", "rest.before(settled)", "Optional.of(rest)"),
        Mutation.of("believes a filter by children that finds nothing")
            .from(2550)
            .where(Feature.CHILD_FILTER_EMPTY)
            .in(
                "read/object/NarrowedReader",
                "if (step.newest().isPresent()) {",
                "if (step != null) {"),
        Mutation.of("a stream of children for another's parents")
            .in(
                "read/page/SharedParents",
                "requests.forStream(\"\"), range,",
                "requests.forStream(\"\"), null,"),
        Mutation.of("the events of a customer's first session")
            .in(
                "read/object/ObjectPaths",
                "return children.stream()",
                "return children.stream().limit(1)"),
        Mutation.of("a klass named without what tells it from another")
            .where(Feature.CHANGING_KLASSES, Kind.SEARCH)
            .in(
                "stream/KlassStreamName",
                "(trimmed.isEmpty() ? \"\" : trimmed + \"_\") + suffix(klass)",
                "trimmed + \"_\""),
        Mutation.of("doubts a list that grows")
            .where(Kind.LIST)
            .in(
                "read/ListReading",
                "return expected.equals(unchanged)",
                "return changing.isEmpty() && expected.equals(unchanged)"),
        Mutation.of("ends a list where its total says so")
            .where(Feature.LIST_TOTAL_OF_PAGE, Kind.LIST)
            .in(
                "read/ListReading",
                "if (summary.more().orElse(false) || total.isPresent() && read < total.getAsLong()) {",
                "if (total.isPresent() ? read < total.getAsLong() : summary.more().orElse(false)) {")
            .in(
                "read/ListReading",
                "told.getAsLong() < read || told.getAsLong() == read && more",
                "told.getAsLong() < read && more"),
        Mutation.of("the first page of klasses alone")
            .where(Kind.SEARCH)
            .in(
                "read/object/ObjectList",
                "ended = reading.endsWith(page.summary());",
                "ended = reading.endsWith(page.summary()) || page != null;"),
        Mutation.of("the klasses that are enabled alone")
            .where(Feature.CHANGING_KLASSES, Kind.SEARCH)
            .in(
                "stream/Streams",
                "\"status=enabled\", \"status=existing_only\", \"status=disabled\"",
                "\"status=enabled\""),
        Mutation.of("believes the list of roles")
            .where(Feature.MISLEADING_ROLES)
            .in(
                "discovery/Access",
                "samples.read(stream.endpoint(), 1);\n      return Optional.empty();",
                "return Optional.of(\"the role\" + samples);"),
        Mutation.of("takes one object that is denied for all")
            .from(8350)
            .where(Feature.MISLEADING_ROLES, Feature.REFUSED_CHILDREN, Kind.CHILDREN)
            .in("discovery/StreamSamples", "OBJECTS_ASKED = 3", "OBJECTS_ASKED = 1"),
        Mutation.of("believes a refusal at once")
            .where(Feature.ODD_ANSWERS)
            .in("http/Refusals", "HEARD = 2", "HEARD = 1"),
        Mutation.of("believes at once what is not the API's")
            .where(Feature.ODD_ANSWERS)
            .in("http/Refusals", "HEARD_FROM_STRANGERS = 3", "HEARD_FROM_STRANGERS = 1"),
        Mutation.of("continues old notes where the last run stopped, whatever grew old since")
            .from(900)
            .whereReads("notes")
            .in("read/LongListReader", "rest.before(place.until())", "Optional.of(rest)"),
        Mutation.of("does not join the pages of old notes")
            .from(8150)
            .whereReads("notes")
            .in("read/LongListReader", "around.isPresent() ? MOST_ATTEMPTS : 1;", "0;"),
        Mutation.of("active users alone")
            .in("stream/Streams", "\"deleted=false\", \"deleted=true\"", "\"deleted=false\""),
        Mutation.of("an audit log from the bookmark on, without a lookback")
            .in(
                "read/page/AuditLogPages",
                "range.from().minusMillis(1)",
                "range.from().plusSeconds(60)"));
  }
}
