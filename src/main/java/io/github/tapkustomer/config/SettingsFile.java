package io.github.tapkustomer.config;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.JsonFile;
import java.nio.file.Path;
import java.util.Optional;

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

  /**
   * Strings, numbers and booleans are interchangeable; an object may also be given as its JSON
   * text.
   */
  private String text(String name, JsonNode value) {
    Optional<Setting> setting = Setting.named(name);
    if (value.isObject() && setting.filter(SettingsFile::isObject).isPresent()) {
      return value.toString();
    }
    if (value.isContainerNode() && setting.isPresent()) {
      String given = value.isArray() ? "a list" : "an object";
      problems.add(name + " is " + given + ": give " + expected(setting.get()));
    }
    return value.isNull() || value.isContainerNode() ? "" : value.asText();
  }

  private static String expected(Setting setting) {
    return isObject(setting) ? MaskReader.EXAMPLE : "one value";
  }

  private static boolean isObject(Setting setting) {
    return setting.type().kind() == ValueType.Kind.OBJECT;
  }
}
