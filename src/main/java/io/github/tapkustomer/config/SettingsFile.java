package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.TextFile.unusable;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.tapkustomer.TapException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * A file with one JSON object of settings. What it holds is never repeated in a message, for the
 * API key may be anywhere in it.
 */
final class SettingsFile {
  private static final JsonFactory JSON = new JsonFactory();

  private final Path path;
  private final SettingsProblems problems;

  SettingsFile(Path path, SettingsProblems problems) {
    this.path = requireNonNull(path, "path");
    this.problems = requireNonNull(problems, "problems");
  }

  /** Its settings; throws with one line if the file as a whole is of no use. */
  GivenSettings read() {
    try (JsonParser json = JSON.createParser(TextFile.read(path))) {
      JsonToken first = json.nextToken();
      if (first == null) {
        throw unusable(path, "is empty: write the settings there as one JSON object");
      }
      if (first != JsonToken.START_OBJECT) {
        throw unusable(path, "is no JSON object: write the settings as {\"name\": value, ...}");
      }
      GivenSettings given = readObject(json);
      if (json.nextToken() != null) {
        throw unusable(path, "goes on after its JSON object: keep one object");
      }
      return given;
    } catch (JsonProcessingException e) {
      throw notJson(e.getLocation());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private GivenSettings readObject(JsonParser json) throws IOException {
    GivenSettings given = new GivenSettings(problems);
    Set<String> names = new HashSet<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (!names.add(name)) {
        problems.problem(UnknownSetting.shown(name) + " is given twice in \"" + path + "\"");
      }
      given.add(name, new GivenValue(name, scalar(name, json)));
    }
    return given;
  }

  /** The text of a string, a number or a boolean, all of which may stand for one another. */
  private String scalar(String name, JsonParser json) throws IOException {
    JsonToken token = json.nextToken();
    if (token == null || token == JsonToken.VALUE_NULL) {
      return "";
    }
    if (token.isScalarValue()) {
      return json.getText();
    }
    if (Setting.named(name).isPresent()) {
      String kind = token == JsonToken.START_ARRAY ? "a list" : "an object";
      problems.problem(name + " is " + kind + ": give one value");
    }
    json.skipChildren();
    return "";
  }

  private TapException notJson(JsonLocation location) {
    if (location == null) {
      // So it is where the parser's own limits are passed: depth, length of a name or a number.
      return unusable(path, "is nested too deep or has too long a value: is it the right file?");
    }
    int line = location.getLineNr();
    int column = location.getColumnNr();
    return unusable(path, "is not valid JSON: look at line " + line + ", column " + column);
  }
}
