package io.github.tapkustomer.config;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.OneLine;

/** A value as the user wrote it, under the name that the user chose for its setting. */
record GivenValue(String name, String text) {
  private static final int SHOWN_LENGTH = 40;

  GivenValue {
    requireNonNull(name, "name");
    requireNonNull(text, "text");
  }

  /** The same with every occurrence of a secret hidden. */
  GivenValue without(String secret) {
    return new GivenValue(name, text.replace(secret, "****"));
  }

  /** That the value will not do, and what would. */
  String isNot(String expected) {
    return name + " is " + shown() + ": give " + expected;
  }

  /** Neither a login nor the query of a URL is shown, nor so much that a key could be in it. */
  private String shown() {
    String shown = text.replaceAll("(?s).*@", "****@").replaceAll("(?s)[?#].*", "...");
    return OneLine.quoted(shown, SHOWN_LENGTH);
  }

  @Override
  public String toString() {
    return name;
  }
}
