package io.github.tapkustomer.mask;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The masks of one stream. A path has the names from the top, joined by dots, and {@code []} behind
 * the name of an array for its elements: {@code emails[].email}. Patterns may leave the brackets
 * out where a name follows.
 */
public final class StreamMasks {
  public static final StreamMasks NONE = new StreamMasks(List.of());

  private static final Pattern NESTED = Pattern.compile("(\\[])+");
  private static final String ELEMENTS = "[]";

  private final List<Mask> masks;

  StreamMasks(List<Mask> masks) {
    this.masks = List.copyOf(masks);
  }

  public boolean isEmpty() {
    return masks.isEmpty();
  }

  /** What becomes of the values at a path; empty where they stay as they are. */
  public Optional<Way> way(String path) {
    return first(path).map(Mask::way);
  }

  /** The mask that counts at a path. */
  public Optional<Mask> first(String path) {
    return masks.stream().filter(mask -> fits(mask, path)).findFirst();
  }

  private static boolean fits(Mask mask, String path) {
    String marked = NESTED.matcher(path).replaceAll(ELEMENTS);
    return mask.pattern().fitsField(marked) || mask.pattern().fitsField(unmarked(marked));
  }

  /** Whether a value inside one at this path may be masked. */
  public boolean mayFitBelow(String path) {
    return wayBelow(path).isPresent();
  }

  /** The first way in which a value inside one at this path may be masked. */
  public Optional<Way> wayBelow(String path) {
    if (masks.isEmpty()) {
      return Optional.empty();
    }
    String marked = NESTED.matcher(path).replaceAll(ELEMENTS);
    List<String> starts =
        Stream.of(marked + ELEMENTS, marked + ".")
            .flatMap(start -> Stream.of(start, unmarked(start)))
            .toList();
    return masks.stream()
        .filter(mask -> starts.stream().anyMatch(mask.pattern()::mayFitFieldFrom))
        .map(Mask::way)
        .findFirst();
  }

  private static String unmarked(String path) {
    return path.replace("[].", ".");
  }
}
