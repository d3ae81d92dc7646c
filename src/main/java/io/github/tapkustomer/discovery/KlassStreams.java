package io.github.tapkustomer.discovery;

import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The streams of the klasses. Stream names match {@code [a-z_]+}, names of klasses need not: what
 * does not fit becomes an underscore, and of two that meet the later one gets a letter.
 */
final class KlassStreams {
  private KlassStreams() {}

  static List<StreamDefinition> of(List<String> klasses) {
    Set<String> taken = new HashSet<>();
    List<StreamDefinition> streams = new ArrayList<>();
    for (String klass : klasses) {
      String plain = "kobjects_" + klass.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
      String name = plain;
      for (char letter = 'b'; !taken.add(name); letter++) {
        name = plain + "_" + letter;
      }
      streams.add(Streams.ofKlass(name, klass));
    }
    return streams;
  }
}
