package io.github.tapkustomer.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.simulation.Thing.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that came out of the runs so far, as a target has it, checked message by message. */
final class Union {
  private static final Duration TWO_YEARS = Duration.ofDays(731);
  private static final Duration BAND = Duration.ofDays(9);

  private final Scenario scenario;
  private final Organisation organisation;
  private final Map<String, Map<String, Instant>> newest = new HashMap<>();
  private Optional<JsonNode> state = Optional.empty();
  private long records;
  private long states;

  Union(Scenario scenario, Organisation organisation) {
    this.scenario = scenario;
    this.organisation = organisation;
    scenario.streams().forEach(stream -> newest.put(stream, new HashMap<>()));
  }

  /** The last STATE that came. */
  Optional<JsonNode> state() {
    return state;
  }

  long records() {
    return records;
  }

  long states() {
    return states;
  }

  /**
   * Takes in what a run wrote.
   *
   * @param began the server's time when it began
   * @param ended and when it ended
   */
  void take(List<JsonNode> messages, Instant began, Instant ended) {
    Map<String, Map<String, Version>> constant = constant(began, ended);
    Set<String> described = new HashSet<>();
    Map<String, Integer> times = new HashMap<>();
    for (JsonNode message : messages) {
      String stream = message.path("stream").asText();
      switch (message.path("type").asText()) {
        case "SCHEMA" -> described.add(stream);
        case "RECORD" -> {
          require(described.contains(stream), "a RECORD of %s before its SCHEMA", stream);
          Instant at = record(stream, message.path("record"));
          checkRepeats(times.merge(message.toString(), 1, Integer::sum), at, began, message);
        }
        case "STATE" -> state(message.path("value"), constant);
        default -> throw new AssertionError("no Singer message: " + message);
      }
    }
  }

  private Instant record(String stream, JsonNode record) {
    records++;
    Instant at = Instant.parse(record.path("updated_at").asText());
    newest.get(stream).merge(record.path("id").asText(), at, (a, b) -> a.isAfter(b) ? a : b);
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
      Claim claim = Claim.of(value, stream, scenario.lookback());
      state.ifPresent(before -> checkForward(stream, before, claim));
      constant
          .get(stream)
          .forEach(
              (id, version) -> {
                if (claim.covers(version.updatedAt())) {
                  checkOut(stream, id, version, value);
                }
              });
    }
    state = Optional.of(value);
  }

  private void checkForward(String stream, JsonNode before, Claim claim) {
    Optional<Instant> earlier = Claim.of(before, stream, scenario.lookback()).updatedAt();
    boolean back =
        earlier.isPresent()
            && (claim.updatedAt().isEmpty() || claim.updatedAt().get().isBefore(earlier.get()));
    require(!back, "the bookmark of %s moves back from %s", stream, earlier);
  }

  /** After a whole run: whatever stayed the same while it ran is out, up to its upper bound. */
  void checkWhole(Instant began, Instant ended, Instant upTo) {
    constant(began, ended)
        .forEach(
            (stream, things) ->
                things.forEach(
                    (id, version) -> {
                      if (version.updatedAt().isBefore(upTo)) {
                        checkOut(stream, id, version, "the end of a whole run");
                      }
                    }));
  }

  private void checkOut(String stream, String id, Version version, Object claimedBy) {
    Instant out = newest.get(stream).get(id);
    require(
        out != null && !out.isBefore(version.updatedAt()),
        "LOST %s %s of %s (out: %s), claimed by %s",
        stream,
        id,
        version,
        out,
        claimedBy);
  }

  /** What the API showed alike from one time to another, of what is to be read at all. */
  private Map<String, Map<String, Version>> constant(Instant began, Instant ended) {
    Map<String, Map<String, Version>> constant = new HashMap<>();
    for (String stream : scenario.streams()) {
      Map<String, Version> things = new HashMap<>();
      for (Thing thing : organisation.of(stream)) {
        Optional<Version> version = Organisation.shown(stream, thing, began);
        if (version.isPresent()
            && version.equals(Organisation.shown(stream, thing, ended))
            && (!stream.equals("notes") || version.equals(thing.listed(ended)))
            && !version.get().updatedAt().isBefore(scenario.startDate())) {
          things.put(thing.id(), version.get());
        }
      }
      constant.put(stream, things);
    }
    return constant;
  }

  @SuppressWarnings("AnnotateFormatMethod")
  static void require(boolean condition, String format, Object... values) {
    if (!condition) {
      throw new AssertionError(format.formatted(values));
    }
  }
}
