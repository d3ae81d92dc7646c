package io.github.tapkustomer.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A way to break the tap: a mistake that one could make, as edits of its source. */
final class Mutation {
  private static final Path SOURCES = Path.of("src/main/java/io/github/tapkustomer");

  private final String mistake;
  private final List<Edit> edits = new ArrayList<>();
  private final List<String> needs = new ArrayList<>();
  private long firstSeed = 1;

  private Mutation(String mistake) {
    this.mistake = mistake;
  }

  private record Edit(String file, String right, String wrong) {}

  static Mutation of(String mistake) {
    return new Mutation(mistake);
  }

  /**
   * Takes in an edit.
   *
   * @param file below the base package, as {@code paging/KeysetReader}
   * @param right what stands there, once
   */
  Mutation in(String file, String right, String wrong) {
    edits.add(new Edit(file, right, wrong));
    return this;
  }

  /**
   * Looks for the mistake only where it can show, which takes less time.
   *
   * @param needed features of a scenario, or kinds of its streams
   */
  Mutation where(Enum<?>... needed) {
    Stream.of(needed).map(Enum::name).forEach(needs::add);
    return this;
  }

  /** Looks for the mistake only where this stream is read. */
  Mutation whereReads(String stream) {
    needs.add(stream);
    return this;
  }

  /** Looks from this seed on, for a mistake that few seeds show. */
  Mutation from(long seed) {
    firstSeed = seed;
    return this;
  }

  long firstSeed() {
    return firstSeed;
  }

  /** What a scenario must have. */
  List<String> needs() {
    return needs;
  }

  /** The broken sources by their names. */
  Map<String, String> sources() throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Edit edit : edits) {
      String name = edit.file + ".java";
      String source = sources.get(name);
      source = source == null ? Files.readString(SOURCES.resolve(name)) : source;
      int at = source.indexOf(edit.right);
      if (at < 0 || source.indexOf(edit.right, at + 1) >= 0) {
        throw new AssertionError(name + " does not have once: " + edit.right);
      }
      sources.put(name, source.replace(edit.right, edit.wrong));
    }
    return sources;
  }

  @Override
  public String toString() {
    return mistake;
  }
}
