package io.github.tapkustomer.simulation.law;

import static io.github.tapkustomer.simulation.law.Ledger.require;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.simulation.world.Occurrence;
import io.github.tapkustomer.simulation.world.Streams;
import io.github.tapkustomer.simulation.world.Tally;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The tables of a target that deletes what ACTIVATE_VERSION says is gone. */
final class Tables {
  private final Tally tally;

  /** The rows by stream and id, each with the version of its last RECORD; 0 for none. */
  private final Map<String, Map<String, Long>> rows = new HashMap<>();

  private final Map<String, Long> activated = new HashMap<>();
  private final Set<String> activatedInRun = new HashSet<>();

  Tables(Tally tally) {
    this.tally = tally;
  }

  void beginRun() {
    activatedInRun.clear();
  }

  void record(String stream, JsonNode message) {
    long version = message.path("version").asLong();
    require(
        version == 0 || version > activated.getOrDefault(stream, 0L),
        "%s has the version of an activation before, or an earlier one",
        message);
    rows.computeIfAbsent(stream, none -> new HashMap<>())
        .put(message.path("record").path(Streams.keyColumn(stream)).asText(), version);
  }

  /**
   * Deletes the rows of other versions.
   *
   * @param existing what was there all the time while the run read
   */
  void activate(String stream, JsonNode message, Set<String> existing) {
    long version = message.path("version").asLong();
    Map<String, Long> table = rows.getOrDefault(stream, Map.of());
    Set<String> gone = new HashSet<>(table.keySet());
    gone.removeIf(id -> table.get(id) == version);
    for (String id : gone) {
      require(!existing.contains(id), "MARKED %s of %s, which exists", id, stream);
      tally.count(Occurrence.RECORD_MARKED_GONE);
    }
    table.keySet().removeAll(gone);
    activated.put(stream, version);
    activatedInRun.add(stream);
    tally.count(Occurrence.LIST_ACTIVATED);
  }

  /** After a run of which nothing disturbed the list, the table is what the list is. */
  void checkLast(String stream, Set<String> existing, boolean mustActivate) {
    boolean isActivated = activatedInRun.contains(stream);
    require(isActivated || !mustActivate, "nobody tells what is gone of %s", stream);
    require(
        !isActivated || rows.getOrDefault(stream, Map.of()).keySet().equals(existing),
        "the table of %s is not the list",
        stream);
  }
}
