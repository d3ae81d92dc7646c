package io.github.tapkustomer.simulation.law;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.simulation.world.Streams;
import io.github.tapkustomer.simulation.world.Streams.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a STATE says of one stream, read as its documentation has it and without the tap's code:
 * everything from the start has been written, except what it leaves to the next run.
 *
 * @param updatedAt the bookmark
 * @param open what the next run reads, as ranges from (inclusive) to (exclusive)
 */
record Claim(Optional<Instant> updatedAt, List<Instant[]> open) {

  /**
   * The claim of one stream.
   *
   * @param name what the tap calls the stream
   */
  static Claim of(JsonNode state, String stream, String name, Duration lookback) {
    JsonNode bookmark = state.path("bookmarks").path(name);
    String key = Streams.kind(stream) == Kind.AUDIT_LOG ? "created_at" : "updated_at";
    Optional<Instant> at = instant(bookmark.path(key));
    List<Instant[]> open = new ArrayList<>();
    JsonNode unfinished = bookmark.path("unfinished");
    if (unfinished.isObject()) {
      for (JsonNode range : unfinished.path("remaining")) {
        open.add(
            new Instant[] {
              instant(range.path(0)).orElseThrow(), instant(range.path(1)).orElseThrow()
            });
      }
      Instant until = instant(unfinished.path("until")).orElseThrow();
      open.add(new Instant[] {until.minus(lookback), Instant.MAX});
    } else {
      open.add(new Instant[] {at.map(t -> t.minus(lookback)).orElse(Instant.MIN), Instant.MAX});
    }
    return new Claim(at, open);
  }

  /** Whether what was updated then is said to be out already. */
  boolean covers(Instant at) {
    return open.stream().noneMatch(range -> !at.isBefore(range[0]) && at.isBefore(range[1]));
  }

  private static Optional<Instant> instant(JsonNode node) {
    return node.isTextual() ? Optional.of(Instant.parse(node.asText())) : Optional.empty();
  }
}
