package io.github.tapkustomer.about;

/** How {@code --about} is printed. */
public enum AboutFormat {
  /** For people in a terminal. */
  TEXT,
  /** As Meltano's SDK taps print it. */
  JSON,
  /** For a page of documentation. */
  MARKDOWN,
  /** A plugin definition, to go into {@code meltano.yml} or Meltano's hub. */
  MELTANO;

  /** The whole text, ended by a newline. */
  public String print(About about) {
    return switch (this) {
      case TEXT -> new AboutText(about).print();
      case JSON -> new AboutJson(about).print();
      case MARKDOWN -> new AboutMarkdown(about).print();
      case MELTANO -> new MeltanoPlugin(about).print();
    };
  }
}
