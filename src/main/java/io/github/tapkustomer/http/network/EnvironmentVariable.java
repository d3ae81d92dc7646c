package io.github.tapkustomer.http.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A variable of the environment that has a value. */
record EnvironmentVariable(String name, String value) {
  /** The first of these that is set and not blank. */
  static Optional<EnvironmentVariable> firstOf(
      List<String> names, Map<String, String> environment) {
    return names.stream()
        .map(name -> new EnvironmentVariable(name, environment.getOrDefault(name, "").strip()))
        .filter(variable -> !variable.value.isEmpty())
        .findFirst();
  }
}
