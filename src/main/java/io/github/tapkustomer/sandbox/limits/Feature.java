package io.github.tapkustomer.sandbox.limits;

import io.github.tapkustomer.sandbox.server.ApiError;
import java.util.Locale;

/** A part of Kustomer that not every plan has. */
public enum Feature {
  AI("/v1/ai/"),
  ROUTING("/v1/routing/");

  private final String paths;

  Feature(String paths) {
    this.paths = paths;
  }

  boolean has(String path) {
    return path.startsWith(paths);
  }

  /** Without AI, a plan answers 403; without routing, it does not know the paths. */
  ApiError refusal(String path) {
    return this == AI
        ? ApiError.of(403, "forbidden", "The organization's plan does not include AI")
        : ApiError.notFound(path);
  }

  public String optionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The feature with this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Feature named(String optionName) {
    for (Feature feature : values()) {
      if (feature.optionName().equals(optionName)) {
        return feature;
      }
    }
    throw new IllegalArgumentException(
        "unknown feature \"%s\"; choose from: ai, routing".formatted(optionName));
  }
}
