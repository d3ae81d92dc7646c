package io.github.tapkustomer.about;

import java.util.List;

/** What the tap is and can do, in the formats of {@code --about}. */
public enum AboutFormat {
  /** For people at a terminal. */
  TEXT,
  /** As the taps of Meltano's SDK print it. */
  JSON,
  /** For a page of documentation. */
  MARKDOWN,
  /** A plugin definition for {@code meltano.yml} or Meltano's hub. */
  MELTANO;

  static final String NAME = "tap-kustomer";
  static final String DESCRIPTION =
      "Reads Kustomer through its REST API v1: customers, conversations, messages and the rest.";

  /** The names are Meltano's. */
  static final List<String> CAPABILITIES =
      List.of(
          "about",
          "activate-version",
          "catalog",
          "discover",
          "properties",
          "state",
          "structured-logging",
          "test");

  /**
   * The whole text, ending in a newline.
   *
   * @param version such as {@code 1.0.0}
   */
  public String print(String version) {
    return switch (this) {
      case TEXT -> AboutText.text(version);
      case JSON -> AboutJson.print(version);
      case MARKDOWN -> AboutText.markdown(version);
      case MELTANO -> MeltanoPlugin.print();
    };
  }
}
