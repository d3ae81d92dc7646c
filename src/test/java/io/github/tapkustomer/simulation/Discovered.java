package io.github.tapkustomer.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.discovery.Discovery;
import io.github.tapkustomer.discovery.Purpose;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.plan.SelectedStream;
import io.github.tapkustomer.simulation.world.Streams;
import io.github.tapkustomer.singer.Selection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a discovery found.
 *
 * @param streams by their names; those of single klasses by {@link Streams#KLASS} and the klass
 */
record Discovered(Map<String, SelectedStream> streams) {
  static final Discovered NOTHING = new Discovered(Map.of());

  static Discovered by(KustomerClient client) {
    Map<String, SelectedStream> streams = new TreeMap<>();
    for (JsonNode entry :
        new Discovery(client, 1, Masks.NONE).catalog(Purpose.RUN).path("streams")) {
      String name = entry.path("tap_stream_id").asText();
      String klass = klass(entry);
      if (klass.isEmpty()) {
        streams.put(name, Catalogs.select(name));
      } else {
        var definition = io.github.tapkustomer.stream.Streams.ofKlass(name, klass);
        streams.put(Streams.KLASS + klass, Catalogs.select(definition));
      }
    }
    return new Discovered(streams);
  }

  private static String klass(JsonNode entry) {
    for (JsonNode metadata : entry.path("metadata")) {
      String klass = metadata.path("metadata").path(Selection.KLASS).asText();
      if (!klass.isEmpty()) {
        return klass;
      }
    }
    return "";
  }

  Optional<SelectedStream> find(String stream) {
    return Optional.ofNullable(streams.get(stream));
  }
}
