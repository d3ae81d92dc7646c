package io.github.tapkustomer.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** How much is logged. */
public final class LogOptions {
  /** The levels by the names that Singer's tools have for them. */
  public enum LogLevel {
    DEBUG("DEBUG"),
    INFO("INFO"),
    WARNING("WARN"),
    ERROR("ERROR");

    private final String name;

    LogLevel(String name) {
      this.name = name;
    }
  }

  @Option(
      names = "--log-level",
      paramLabel = "debug|info|warning|error",
      description =
          "What is logged to stderr; info in a sync, warning in a check. Metrics are info; what"
              + " ends the run is told at every level.")
  private Optional<LogLevel> level = Optional.empty();

  /** Sets what was asked for, or else this. */
  public void apply(LogLevel otherwise) {
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.toLevel(level.orElse(otherwise).name));
  }
}
