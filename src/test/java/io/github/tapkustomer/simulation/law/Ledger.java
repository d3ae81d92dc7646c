package io.github.tapkustomer.simulation.law;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.simulation.world.Feature;
import io.github.tapkustomer.simulation.world.ListHabits.Total;
import io.github.tapkustomer.simulation.world.Occurrence;
import io.github.tapkustomer.simulation.world.Organization;
import io.github.tapkustomer.simulation.world.Scenario;
import io.github.tapkustomer.simulation.world.Streams;
import io.github.tapkustomer.simulation.world.Streams.Kind;
import io.github.tapkustomer.simulation.world.Tally;
import io.github.tapkustomer.simulation.world.Thing.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that came out of the runs so far, as a target has it, checked message by message. */
public final class Ledger {
  private static final Duration TWO_YEARS = Duration.ofDays(731);
  private static final Duration BAND = Duration.ofDays(9);

  private final Scenario scenario;
  private final Tally tally;
  private final Truth truth;
  private final Tables tables;
  private final Map<String, Map<String, Instant>> newest = new HashMap<>();
  private final Map<String, Map<String, Instant>> last = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private Map<String, Map<String, Instant>> ofRun = new HashMap<>();
  private Optional<JsonNode> state = Optional.empty();
  private long records;
  private long states;

  public Ledger(Scenario scenario, Organization organization, Tally tally) {
    this.scenario = scenario;
    this.tally = tally;
    this.truth = new Truth(scenario, organization);
    this.tables = new Tables(tally);
    for (String stream : scenario.streams()) {
      newest.put(stream, new HashMap<>());
      last.put(stream, new HashMap<>());
      if (!stream.startsWith(Streams.KLASS)) {
        names.put(stream, stream);
      }
    }
  }

  /** The last STATE that came. */
  public Optional<JsonNode> state() {
    return state;
  }

  public long records() {
    return records;
  }

  public long states() {
    return states;
  }

  /** How the tap calls the stream of a klass: the same in each run, and no other klass' alike. */
  public void called(String klass, String name) {
    String before = names.putIfAbsent(klass, name);
    require(before == null || before.equals(name), "%s is %s, it was %s", klass, name, before);
    names.forEach(
        (other, its) ->
            require(!its.equals(name) || other.equals(klass), "%s has two klasses", name));
  }

  /**
   * Takes in what a run wrote.
   *
   * @param began the server's time when it began
   * @param ended and when it ended
   */
  public void take(List<JsonNode> messages, Instant began, Instant ended) {
    Map<String, Map<String, Version>> constant = truth.constant(began, ended);
    Map<String, String> streams = new HashMap<>();
    names.forEach((stream, name) -> streams.put(name, stream));
    Map<String, JsonNode> schemas = new HashMap<>();
    Map<String, Integer> times = new HashMap<>();
    ofRun = new HashMap<>();
    tables.beginRun();
    scenario.streams().forEach(stream -> ofRun.put(stream, new HashMap<>()));
    for (JsonNode message : messages) {
      String name = message.path("stream").asText();
      switch (message.path("type").asText()) {
        case "SCHEMA" -> schemas.put(name, message.path("schema"));
        case "RECORD" -> {
          require(schemas.containsKey(name), "a RECORD of %s before its SCHEMA", name);
          String stream = streams.get(name);
          JsonNode record = message.path("record");
          boolean drifting = scenario.has(Feature.DRIFTING_VALUES);
          boolean drifted = Columns.check(stream, record, schemas.get(name), drifting);
          tally.count(Occurrence.VALUE_DRIFTED, drifted);
          Instant at = record(stream, record);
          tables.record(stream, message);
          checkRepeats(times.merge(message.toString(), 1, Integer::sum), at, began, message);
        }
        case "ACTIVATE_VERSION" -> {
          String stream = streams.get(name);
          tables.activate(stream, message, truth.existing(stream, began, ended));
        }
        case "STATE" -> state(message.path("value"), constant);
        default -> throw new AssertionError("no Singer message: " + message);
      }
    }
  }

  private Instant record(String stream, JsonNode record) {
    records++;
    String id = record.path(Streams.keyColumn(stream)).asText();
    String time = record.path(Streams.timeColumn(stream)).asText();
    Instant at = time.isEmpty() ? Instant.EPOCH : Instant.parse(time);
    Instant before = ofRun.get(stream).put(id, at);
    require(
        before == null || !at.isBefore(before), "OLDER %s of %s after %s", record, stream, before);
    newest.get(stream).merge(id, at, (a, b) -> a.isAfter(b) ? a : b);
    last.get(stream).put(id, at);
    return at;
  }

  /** A run gives a version once; around the horizon, which is read from both sides, twice. */
  private static void checkRepeats(int times, Instant at, Instant began, JsonNode message) {
    Instant horizon = began.minus(TWO_YEARS);
    boolean around = Duration.between(horizon, at).abs().compareTo(BAND) < 0;
    require(times <= (around ? 2 : 1), "REPEATED %d times: %s", times, message);
  }

  private void state(JsonNode value, Map<String, Map<String, Version>> constant) {
    states++;
    for (String stream : scenario.streams()) {
      if (!names.containsKey(stream) || Streams.isFullTable(stream)) {
        continue;
      }
      Claim claim = claim(value, stream);
      state.ifPresent(before -> checkForward(stream, before, claim));
      constant
          .get(stream)
          .forEach(
              (id, version) -> {
                if (claim.covers(version.updatedAt())) {
                  checkOut(newest, stream, id, version, value);
                }
              });
    }
    state = Optional.of(value);
  }

  private Claim claim(JsonNode value, String stream) {
    return Claim.of(value, stream, names.get(stream), scenario.lookback());
  }

  private void checkForward(String stream, JsonNode before, Claim claim) {
    Optional<Instant> earlier = claim(before, stream).updatedAt();
    boolean back =
        earlier.isPresent()
            && (claim.updatedAt().isEmpty() || claim.updatedAt().get().isBefore(earlier.get()));
    require(!back, "the bookmark of %s moves back from %s", stream, earlier);
  }

  /**
   * After a whole run: whatever stayed the same while it ran is out, up to its upper bound; of a
   * full table, and of what is still going on, in this very run.
   *
   * @param read the streams that it read
   */
  public void checkWhole(List<String> read, Instant began, Instant ended, Instant upTo) {
    Map<String, Map<String, Version>> constant = truth.constant(began, ended);
    for (String stream : read) {
      constant
          .get(stream)
          .forEach(
              (id, version) -> {
                boolean whole = Streams.isFullTable(stream);
                boolean open = stream.equals("work_sessions") && !version.over();
                if (whole || open && upTo.isAfter(began.minusSeconds(10))) {
                  require(ofRun.get(stream).containsKey(id), "NOT AGAIN %s of %s", id, stream);
                  Instant known = began.minus(scenario.lookback());
                  tally.count(
                      Occurrence.OPEN_SESSION_AGAIN, open && version.updatedAt().isBefore(known));
                } else if (version.updatedAt().isBefore(upTo)) {
                  checkOut(newest, stream, id, version, "the end of a whole run");
                }
              });
    }
  }

  /**
   * At the very end a target that keeps the last version of each record has the newest.
   *
   * @param read the streams that the last run read
   */
  public void checkLast(List<String> read, Instant now) {
    truth
        .constant(now, now)
        .forEach(
            (stream, things) ->
                things.forEach(
                    (id, version) -> {
                      if (read.contains(stream) && !Streams.isFullTable(stream)) {
                        checkOut(last, stream, id, version, "the end");
                      }
                    }));
    checkTables(read, now);
  }

  private void checkTables(List<String> read, Instant now) {
    for (String stream : read) {
      boolean isListed =
          List.of(Kind.LIST, Kind.FULL_LIST, Kind.INCLUDED).contains(Streams.kind(stream));
      if (isListed && scenario.activatesVersions() && Streams.listsWhatExists(stream)) {
        Set<String> existing = truth.existing(stream, now, now);
        boolean isCounted =
            scenario.lists().total() == Total.EXACT && Streams.kind(stream) == Kind.LIST;
        tables.checkLast(stream, existing, isCounted);
      }
    }
  }

  private void checkOut(
      Map<String, Map<String, Instant>> given,
      String stream,
      String id,
      Version version,
      Object claimedBy) {
    Instant out = given.get(stream).get(id);
    require(
        out != null && !out.isBefore(version.updatedAt()),
        "LOST %s %s of %s (out: %s), claimed by %s",
        stream,
        id,
        version,
        out,
        claimedBy);
  }

  @SuppressWarnings("AnnotateFormatMethod")
  public static void require(boolean condition, String format, Object... values) {
    if (!condition) {
      throw new AssertionError(format.formatted(values));
    }
  }
}
