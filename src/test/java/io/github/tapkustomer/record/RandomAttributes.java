package io.github.tapkustomer.record;

import io.github.tapkustomer.mask.Masks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The attributes of one object, of any types at any depth, whose values can be found again. */
public final class RandomAttributes {
  static final List<String> NAMES = List.of("c0", "c1", "c2", "extraNum", "extraAt");

  /** No two values are alike. */
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final Random random;
  private final List<Leaf> leaves = new ArrayList<>();
  private final String members;

  public RandomAttributes(Random random) {
    this.random = random;
    String object = object(List.of(), 0);
    this.members = object.substring(1, object.length() - 1);
  }

  /** A value, and where it stands: its path, and those of its parents. */
  public record Leaf(String shown, List<String> paths) {

    /** Whether a mask fits it, told by the patterns alone, in another way than the tap does it. */
    public boolean isMasked(Masks masks) {
      return masks.all().stream()
          .map(mask -> mask.pattern().toString().replaceFirst("^[^.]*\\.", ""))
          .anyMatch(field -> paths.stream().anyMatch(path -> fits(field, path)));
    }
  }

  /** As JSON, without the braces. */
  public String members() {
    return members;
  }

  public List<Leaf> leaves() {
    return leaves;
  }

  private static boolean fits(String field, String path) {
    return matches(field, path) || matches(field, path.replace("[].", "."));
  }

  private static boolean matches(String pattern, String text) {
    if (pattern.isEmpty()) {
      return text.isEmpty();
    }
    if (pattern.charAt(0) == '*') {
      return matches(pattern.substring(1), text)
          || !text.isEmpty() && matches(pattern, text.substring(1));
    }
    return !text.isEmpty()
        && pattern.charAt(0) == text.charAt(0)
        && matches(pattern.substring(1), text.substring(1));
  }

  static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private String object(List<String> paths, int depth) {
    String prefix = paths.isEmpty() ? "" : paths.get(paths.size() - 1) + ".";
    return NAMES.stream()
        .map(name -> "\"" + name + "\":" + value(with(paths, prefix + snake(name)), depth + 1))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String value(List<String> paths, int depth) {
    int kind = random.nextInt(depth < 4 ? 8 : 5);
    if (kind == 5 || kind == 6) {
      return object(paths, depth);
    }
    if (kind == 7) {
      String array = paths.get(paths.size() - 1);
      String items = array.endsWith("[]") ? array : array + "[]";
      List<String> values = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        values.add(value(with(paths, items), depth + 1));
      }
      return "[" + String.join(" , ", values) + "]";
    }
    return leaf(kind, paths);
  }

  private String leaf(int kind, List<String> paths) {
    int number = NUMBERS.incrementAndGet();
    String shown =
        switch (kind) {
          case 0 -> "plain text " + number + " of mine";
          case 1 -> Integer.toString(1_234_000_000 + number);
          case 2 -> "0." + (9_876_000_000L + number);
          case 3 -> "2031-05-06T07:08:%02d.%03dZ".formatted(number / 1000 % 60, number % 1000);
          default -> "ünïcode \uD83D\uDE00 " + number + " end";
        };
    leaves.add(new Leaf(shown, paths));
    return kind == 1 || kind == 2 ? shown : "\"" + shown + "\"";
  }

  private static List<String> with(List<String> paths, String path) {
    List<String> longer = new ArrayList<>(paths);
    longer.add(path);
    return longer;
  }
}
