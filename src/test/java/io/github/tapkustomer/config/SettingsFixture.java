package io.github.tapkustomer.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.tapkustomer.TapException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads settings as a run of one fixed time does, from files that only their owner can read. */
final class SettingsFixture {
  static final Instant NOW = Instant.parse("2026-11-24T10:15:30Z");
  static final String KEY = "eyJhbGciOiJIUzI1NiJ9.a2V5LW9mLWFjbWU.c2lnbmF0dXJl";

  private SettingsFixture() {}

  /** Settings that could be used, and the warnings about them. */
  record Loaded(Settings settings, List<String> warnings) {}

  /** A reader that keeps what it warns of. */
  static final class Reader {
    private final List<String> warnings = new ArrayList<>();
    private final SettingsReader reader;

    private Reader(Map<String, String> environment) {
      reader = new SettingsReader(NOW, "1.2.3", environment, warnings::add);
    }

    Loaded read(List<String> sources) {
      return new Loaded(reader.read(sources), warnings());
    }

    Loaded readForSandbox(List<String> sources) {
      return new Loaded(reader.readForSandbox(sources), warnings());
    }

    List<String> warnings() {
      return List.copyOf(warnings);
    }
  }

  static Reader reader(Map<String, String> environment) {
    return new Reader(environment);
  }

  static Loaded load(Path... files) {
    return reader(Map.of()).read(Stream.of(files).map(Path::toString).toList());
  }

  /** Loads the environment that has these, by their names, and an API key in any case. */
  static Loaded loadWith(Map<String, String> values) {
    Map<String, String> environment = environment(values);
    if (!values.containsKey("api_key")) {
      environment.putIfAbsent("TAP_KUSTOMER_API_TOKEN", KEY);
    }
    return reader(environment).read(List.of("ENV"));
  }

  static Settings with(String key, String value) {
    return loadWith(Map.of(key, value)).settings();
  }

  static String problemWith(String key, String value) {
    return problem(() -> with(key, value));
  }

  /** The message of the one failure that the user can mend. */
  static String problem(Runnable reading) {
    TapException problem = catchThrowableOfType(TapException.class, reading::run);
    if (problem == null || problem.kind() != TapException.Kind.BAD_INPUT) {
      throw new AssertionError("expected a problem with the input, got " + problem);
    }
    return problem.getMessage();
  }

  static Path write(Path directory, String name, String content) {
    try {
      Path file = Files.writeString(directory.resolve(name), content);
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> environment(Map<String, String> values) {
    Map<String, String> environment = new HashMap<>();
    values.forEach(
        (key, value) -> environment.put("TAP_KUSTOMER_" + key.toUpperCase(Locale.ROOT), value));
    return environment;
  }
}
