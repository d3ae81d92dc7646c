package io.github.tapkustomer.simulation.world;

import java.time.Instant;
import java.util.List;

/** The values of the column {@value #COLUMN}, which its schema calls an integer. */
public final class Values {
  public static final String COLUMN = "rev";

  private static final List<String> DRIFTED =
      List.of("null", "\"5\"", "1.5", "\"none\"", "{\"a\":1}", "[1,\"b\"]", "true", "7.0");

  private Values() {}

  /** What the API shows of one version of an object, as JSON. */
  public static String of(String id, Instant updatedAt, boolean drifting) {
    int hash = Math.floorMod(31 * id.hashCode() + updatedAt.hashCode(), 1000);
    return drifting && hash < 200 ? DRIFTED.get(hash % DRIFTED.size()) : String.valueOf(hash);
  }
}
