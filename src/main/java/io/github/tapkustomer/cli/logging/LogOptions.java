package io.github.tapkustomer.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** What is logged and how: options first, then environment variables, then the default. */
public final class LogOptions {
  private static final String METRICS = "TAP_KUSTOMER_METRICS";

  /** As in the taps of Meltano's SDK, the tap's own variable comes before the general one. */
  private static final String[] LEVELS = {"TAP_KUSTOMER_LOGLEVEL", "LOGLEVEL"};

  /** The levels by their names in Singer's tools, which are Python's. */
  public enum LogLevel {
    DEBUG(Level.DEBUG),
    INFO(Level.INFO),
    WARNING(Level.WARN),
    WARN(Level.WARN),
    ERROR(Level.ERROR),
    CRITICAL(Level.ERROR);

    private final Level level;

    LogLevel(Level level) {
      this.level = level;
    }
  }

  /** How many of Singer's metrics are logged. */
  enum MetricScope {
    REQUESTS,
    STREAMS,
    OFF
  }

  /** How a line of the log is written. */
  enum LogFormat {
    TEXT,
    JSON
  }

  @Option(
      names = "--log-level",
      paramLabel = "debug|info|warning|error",
      description =
          "Sets the lowest level to log. Default: info for a sync, warning for check. The line that"
              + " says why a run failed is always logged.")
  private Optional<LogLevel> level = Optional.empty();

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      description = "Sets the format of log lines. Default: json if SINGER_SDK_LOG_CONFIG is set.")
  private Optional<LogFormat> format = Optional.empty();

  @Option(
      names = "--metrics",
      paramLabel = "requests|streams|off",
      description =
          "Sets which Singer metrics to log: those of each request and stream (default), those of"
              + " streams only, or none.")
  private Optional<MetricScope> metrics = Optional.empty();

  /** Sets up the log; the given level is the command's default. */
  public void apply(LogLevel otherwise) {
    apply(otherwise, System.getenv());
  }

  void apply(LogLevel otherwise, Map<String, String> environment) {
    Logging.use(
        format
            .map(given -> given == LogFormat.JSON ? new JsonLayout() : new PlainLayout())
            .orElseGet(() -> Logging.layout(environment)));
    LogLevel lowest = level.or(() -> given(environment, LogLevel.class, LEVELS)).orElse(otherwise);
    logger(Logger.ROOT_LOGGER_NAME).setLevel(lowest.level);
    MetricScope scope =
        metrics
            .or(() -> given(environment, MetricScope.class, METRICS))
            .orElse(MetricScope.REQUESTS);
    logger("metrics").setLevel(scope == MetricScope.OFF ? Level.OFF : null);
    logger("metrics.requests").setLevel(scope == MetricScope.STREAMS ? Level.OFF : null);
  }

  private static <E extends Enum<E>> Optional<E> given(
      Map<String, String> environment, Class<E> type, String... names) {
    for (String name : names) {
      String text = environment.getOrDefault(name, "").strip();
      if (!text.isEmpty()) {
        Optional<E> value =
            Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text.toUpperCase(Locale.ROOT)))
                .findAny();
        if (value.isEmpty()) {
          logger(LogOptions.class.getName())
              .warn("{} is ignored: its value is not one that --help lists", name);
        }
        return value;
      }
    }
    return Optional.empty();
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }
}
