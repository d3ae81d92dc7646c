package io.github.tapkustomer.config;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A name that no setting has, perhaps a typo. */
final class UnknownSetting {
  private static final int SHORTEST_PART = 5;

  /** Anything that does not look like a name is not repeated: it might be the key. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,60}");

  private UnknownSetting() {}

  /** Warns of an unknown name, and suggests the nearest setting if one is near. */
  static String warning(String lookup, String name) {
    String guess = nearest(lookup).map(near -> "; did you mean " + near + "?").orElse("");
    return "unknown setting " + shown(name) + " is ignored" + guess;
  }

  static String shown(String name) {
    return NAME.matcher(name).matches() ? name : "(not a name)";
  }

  /** The known name within a few letters of this one, or else one that contains it. */
  static Optional<String> nearest(String lookup) {
    String name = lookup.toLowerCase(Locale.ROOT).replace('-', '_');
    int near = Math.max(2, name.length() / 4);
    Optional<String> similar =
        names()
            .filter(known -> distance(name, known) <= near)
            .min(Comparator.comparingInt(known -> distance(name, known)));
    return name.length() < SHORTEST_PART
        ? similar
        : similar.or(() -> names().filter(known -> known.contains(name)).findFirst());
  }

  private static Stream<String> names() {
    return Stream.of(Setting.values()).flatMap(Setting::names);
  }

  /** Letters to insert, drop or replace to turn one name into the other. */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= from.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[to.length()];
  }
}
