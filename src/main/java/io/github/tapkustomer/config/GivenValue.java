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

  /** Says that the value is wrong, and what to give instead. */
  String isNot(String expected) {
    return name + " is " + shown() + ": give " + expected;
  }

  /** Hides logins and the queries of URLs, and shortens the rest so that it cannot hold a key. */
  private String shown() {
    String shown = text.replaceAll("(?s).*@", "****@").replaceAll("(?s)[?#].*", "...");
    return OneLine.quoted(shown, SHOWN_LENGTH);
  }

  @Override
  public String toString() {
    return name;
  }
}
