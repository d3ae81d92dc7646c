package io.github.tapkustomer.config;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Secret;
import io.github.tapkustomer.TapException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads the settings from JSON files and from the environment. A later file wins over an earlier
 * one, key by key, and the environment over all files. All problems are thrown as one {@link
 * TapException.Kind#BAD_INPUT}, a line each.
 */
public final class SettingsReader {
  /** The source that stands for the environment; any other is the path of a file. */
  public static final String ENVIRONMENT = "ENV";

  private final Instant now;
  private final String version;
  private final Map<String, String> environment;
  private final Consumer<String> warnings;

  /**
   * A reader of the settings of one run.
   *
   * @param warnings takes what the user should know, a line each, even if the settings cannot be
   *     used
   */
  public SettingsReader(
      Instant now, String version, Map<String, String> environment, Consumer<String> warnings) {
    this.now = requireNonNull(now, "now");
    this.version = requireNonNull(version, "version");
    this.environment = Map.copyOf(environment);
    this.warnings = requireNonNull(warnings, "warnings");
  }

  /** Reads paths and {@code ENV}; without any source the API key is missing. */
  public Settings read(List<String> sources) {
    SettingsProblems problems = new SettingsProblems(warnings);
    GivenSettings given = merged(sources, problems);
    return settings(given, ApiToken.read(given.get(Setting.API_TOKEN), problems), problems);
  }

  /** Reads the same without the API key, which a sandbox does not need and must not get. */
  public Settings readForSandbox(List<String> sources) {
    SettingsProblems problems = new SettingsProblems(warnings);
    return settings(merged(sources, problems), ApiToken.FOR_SANDBOX, problems);
  }

  private Settings settings(GivenSettings given, Secret token, SettingsProblems problems) {
    ValueReader values = new ValueReader(given, problems);
    Settings settings = new SettingsAssembly(values, problems, now, version).with(token);
    problems.throwProblems();
    return settings;
  }

  private GivenSettings merged(List<String> sources, SettingsProblems problems) {
    GivenSettings merged = new GivenSettings(problems);
    boolean whole = true;
    for (String source : environmentLast(sources)) {
      try {
        merged.overrideWith(given(source, problems));
      } catch (TapException unusable) {
        problems.add(unusable.getMessage());
        whole = false;
      }
    }
    if (!whole) {
      // What an unreadable file would have set is unknown, so nothing else can be checked.
      problems.throwProblems();
    }
    return merged;
  }

  /**
   * As in the taps of Meltano's SDK, the environment wins over files, wherever {@code ENV} stands.
   */
  private static List<String> environmentLast(List<String> sources) {
    return sources.stream().sorted(Comparator.comparing(ENVIRONMENT::equals)).toList();
  }

  private GivenSettings given(String source, SettingsProblems problems) {
    if (source.equals(ENVIRONMENT)) {
      return EnvironmentVariables.read(environment, problems);
    }
    Path path = path(source);
    GivenSettings given = new SettingsFile(path, problems).read();
    FileExposure.warning(path, given).ifPresent(problems::warn);
    return given;
  }

  private static Path path(String source) {
    try {
      return Path.of(source);
    } catch (InvalidPathException e) {
      throw TapException.badInput("--config is not a path: " + e.getReason());
    }
  }
}
