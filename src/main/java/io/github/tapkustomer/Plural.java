package io.github.tapkustomer;

/** Nouns as they read after a number. */
public final class Plural {
  private Plural() {}

  /** The number and its noun: "1 record", "2 records". */
  public static String of(long count, String one) {
    return count + " " + noun(count, one);
  }

  /** The noun alone: "record" after 1, "records" after any other number. */
  public static String noun(long count, String one) {
    return noun(count, one, one + "s");
  }

  /** A noun whose plural takes more than an s. */
  public static String noun(long count, String one, String several) {
    return count == 1 ? one : several;
  }
}
