package io.github.tapkustomer.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * Logs to stderr in the form that Singer's tools read: {@code INFO text}, {@code CRITICAL text} for
 * what ends the run, or JSON. It is set up in code, since reading a configuration file takes longer
 * than {@code --help}.
 */
public final class Logging extends ContextAwareBase implements Configurator {
  /** Marks the line that says why the run failed. */
  public static final Marker CRITICAL = MarkerFactory.getMarker("CRITICAL");

  /** Meltano names its structured logging configuration here. */
  private static final String STRUCTURED = "SINGER_SDK_LOG_CONFIG";

  private static final String STDERR = "stderr";

  /** The format to use unless an option names one. */
  static LayoutBase<ILoggingEvent> layout(Map<String, String> environment) {
    return environment.getOrDefault(STRUCTURED, "").isBlank()
        ? new PlainLayout()
        : new JsonLayout();
  }

  /** Writes lines in this format from now on. */
  static void use(LayoutBase<ILoggingEvent> layout) {
    var root = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    if (root.getAppender(STDERR) instanceof ConsoleAppender<ILoggingEvent> stderr
        && stderr.getEncoder() instanceof LayoutWrappingEncoder<ILoggingEvent> encoder) {
      layout.start();
      encoder.setLayout(layout);
    }
  }

  /** The level's name in Singer's tools. */
  static String level(ILoggingEvent event) {
    List<Marker> markers = event.getMarkerList();
    return markers != null && markers.contains(CRITICAL) ? "CRITICAL" : event.getLevel().toString();
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    Layout<ILoggingEvent> layout = layout(System.getenv());
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
    stderr.setContext(context);
    stderr.setName(STDERR);
    stderr.setTarget("System.err");
    stderr.setEncoder(encoder);
    stderr.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(stderr);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
