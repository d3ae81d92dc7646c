package io.github.tapkustomer.config;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Settings that can be used, and what the user should know about them, a line each. */
public record Loaded(Settings settings, List<String> warnings) {

  public Loaded {
    requireNonNull(settings, "settings");
    warnings = List.copyOf(warnings);
  }
}
