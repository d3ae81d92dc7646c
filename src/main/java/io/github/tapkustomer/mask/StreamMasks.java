package io.github.tapkustomer.mask;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The masks of one stream. A path has the names from the top, joined by dots, and {@code []} behind
 * the name of an array for its elements: {@code emails[].email}. Patterns may leave the brackets
 * out where a name follows. Where a stream also keeps its attributes whole, a mask of a column fits
 * the attribute there too. Thread-safe.
 */
public final class StreamMasks {
  public static final StreamMasks NONE = new StreamMasks(List.of());

  private static final Pattern NESTED = Pattern.compile("(\\[])+");
  private static final String ELEMENTS = "[]";
  private static final String WHOLE = "attributes.";

  /** Attributes whose columns are {@code attributes_type} and so on. */
  private static final Pattern WITH_PREFIX =
      Pattern.compile("^attributes\\.(?=(id|type|links)([.\\[]|$))");

  /** Names can be without end, as in maps keyed by ids. */
  private static final int REMEMBERED = 5_000;

  private final List<Mask> masks;
  private final Map<String, Optional<Way>> ways = new ConcurrentHashMap<>();
  private final Map<String, Optional<Way>> waysBelow = new ConcurrentHashMap<>();

  StreamMasks(List<Mask> masks) {
    this.masks = List.copyOf(masks);
  }

  public boolean isEmpty() {
    return masks.isEmpty();
  }

  /** What becomes of the values at a path; empty where they stay as they are. */
  public Optional<Way> way(String path) {
    return known(ways, path, each -> first(each).map(Mask::way));
  }

  /** The mask that counts at a path. */
  public Optional<Mask> first(String path) {
    return masks.stream().filter(mask -> fits(mask, path)).findFirst();
  }

  private static boolean fits(Mask mask, String path) {
    return spellings(NESTED.matcher(path).replaceAll(ELEMENTS)).anyMatch(mask.pattern()::fitsField);
  }

  /** Whether a value inside one at this path may be masked. */
  public boolean mayFitBelow(String path) {
    return wayBelow(path).isPresent();
  }

  /** The first way in which a value inside one at this path may be masked. */
  public Optional<Way> wayBelow(String path) {
    return known(waysBelow, path, this::findBelow);
  }

  private Optional<Way> findBelow(String path) {
    String marked = NESTED.matcher(path).replaceAll(ELEMENTS);
    List<String> starts =
        Stream.of(marked + ELEMENTS, marked + ".").flatMap(StreamMasks::spellings).toList();
    return masks.stream()
        .filter(mask -> starts.stream().anyMatch(mask.pattern()::mayFitFieldFrom))
        .map(Mask::way)
        .findFirst();
  }

  private Optional<Way> known(
      Map<String, Optional<Way>> known, String path, Function<String, Optional<Way>> find) {
    if (masks.isEmpty()) {
      return Optional.empty();
    }
    Optional<Way> found = known.get(path);
    if (found == null) {
      found = find.apply(path);
      if (known.size() < REMEMBERED) {
        known.put(path, found);
      }
    }
    return found;
  }

  /** What a pattern may call a path. */
  private static Stream<String> spellings(String path) {
    return Stream.of(path, ownColumn(path))
        .distinct()
        .flatMap(each -> Stream.of(each, each.replace("[].", ".")));
  }

  private static String ownColumn(String path) {
    String prefixed = WITH_PREFIX.matcher(path).replaceFirst("attributes_");
    return prefixed.startsWith(WHOLE) ? prefixed.substring(WHOLE.length()) : prefixed;
  }
}
