package io.github.tapkustomer.config;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.JsonFile;
import java.nio.file.Path;

/** A file with one JSON object of settings. */
final class SettingsFile {
  static final int LARGEST = 1024 * 1024;

  private final Path path;
  private final SettingsProblems problems;

  SettingsFile(Path path, SettingsProblems problems) {
    this.path = requireNonNull(path, "path");
    this.problems = requireNonNull(problems, "problems");
  }

  /** Its settings; throws with one line if the file as a whole cannot be used. */
  GivenSettings read() {
    GivenSettings given = new GivenSettings(problems);
    JsonFile.read("config", path, LARGEST)
        .properties()
        .forEach(
            member ->
                given.add(
                    member.getKey(),
                    new GivenValue(member.getKey(), text(member.getKey(), member.getValue()))));
    return given;
  }

  /** Strings, numbers and booleans may stand for one another. */
  private String text(String name, JsonNode value) {
    if (value.isContainerNode() && Setting.named(name).isPresent()) {
      problems.add(name + " is " + (value.isArray() ? "a list" : "an object") + ": give one value");
    }
    return value.isNull() ? "" : value.asText();
  }
}
