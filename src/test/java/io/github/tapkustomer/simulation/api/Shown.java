package io.github.tapkustomer.simulation.api;

import io.github.tapkustomer.simulation.world.Thing;
import io.github.tapkustomer.simulation.world.Thing.Version;
import io.github.tapkustomer.simulation.world.Timestamp;
import io.github.tapkustomer.simulation.world.Values;
import java.time.Instant;

/** A version of an object, as an answer shows it. */
record Shown(Thing thing, Version version, boolean drifting) {
  String id() {
    return thing.id();
  }

  Instant updatedAt() {
    return version.updatedAt();
  }

  String json() {
    String at = Timestamp.of(updatedAt());
    // Outbound accounts have no id: channel and account are their key.
    String key =
        id().startsWith("outbound_accounts")
            ? "\"attributes\":{\"channel\":\"email\",\"account\":\"%s\",".formatted(id())
            : "\"id\":\"%s\",\"attributes\":{".formatted(id());
    return ("{\"type\":\"x\",%s\"updatedAt\":\"%s\",\"createdAt\":\"%s\","
            + "\"deleted\":%s,\"signedOutAt\":%s,\"rev\":%s,"
            + "\"satisfactionLevel\":{\"formResponse\":\"response-%s\"}}}")
        .formatted(
            key,
            at,
            at,
            version.over(),
            version.over() ? "\"" + at + "\"" : "null",
            Values.of(id(), updatedAt(), drifting),
            id());
  }
}
