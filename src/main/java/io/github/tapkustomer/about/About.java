package io.github.tapkustomer.about;

import io.github.tapkustomer.config.Setting;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.util.List;

/**
 * The tap as it introduces itself.
 *
 * @param version such as {@code 1.0.0}
 * @param capabilities by the names that Meltano has for them
 */
public record About(
    String name,
    String description,
    String version,
    List<String> capabilities,
    List<Setting> settings,
    List<StreamDefinition> streams) {
  public About {
    capabilities = List.copyOf(capabilities);
    settings = List.copyOf(settings);
    streams = List.copyOf(streams);
  }

  /** This tap in this version. */
  public static About of(String version) {
    return new About(
        "tap-kustomer",
        "Reads Kustomer through its REST API v1: customers, conversations, messages and the rest.",
        version,
        List.of(
            "about", "catalog", "discover", "properties", "state", "structured-logging", "test"),
        List.of(Setting.values()),
        Streams.ALL);
  }
}
